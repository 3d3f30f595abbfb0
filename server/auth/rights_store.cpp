// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/rights_store.h"

#include "server/auth/user_directory.h"
#include "server/logging/logging.h"
#include "server/redis/connection.h"
#include "server/scripts/scripts.h"

#include <QCryptographicHash>

#include <utility>

namespace pressboard::server {

/// Two users with the same may see the same.
static QByteArray rightsOf(const Identity &identity)
{
    QStringList words = identity.groups().values();
    words.sort();
    words.append(identity.permissions());
    return QCryptographicHash::hash(words.join(u' ').toUtf8(), QCryptographicHash::Sha1).toHex();
}

RightsStore::RightsStore(redis::Connection &connection, redis::Keys keys,
                         const UserDirectory &users, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_users(users)
{
}

void RightsStore::note()
{
    QByteArrayList arguments;
    for (const UserRecord &user : m_users.users())
        arguments << user.name.toUtf8() << rightsOf(user.identity());
    m_connection.script(scripts::noteRights(), {m_keys.rights(), m_keys.events(), m_keys.epoch()},
                        arguments, this, [this](const redis::Reply &reply) { handleReply(reply); });
}

void RightsStore::handleReply(const redis::Reply &reply)
{
    if (reply.isLost())
        return; // the users are read again, and then this is
    if (reply.isError() || reply.items.size() != 2) {
        if (std::exchange(m_lastError, reply.text) != reply.text)
            qCWarning(lcAuth).noquote()
                << "Redis does not remember the users' rights for us:" << reply.text;
        // What it told earlier holds; what changes from now on, this server sees itself.
        if (!std::exchange(m_isKnown, true))
            Q_EMIT unknown();
        return;
    }
    m_lastError.clear();
    m_isKnown = true;
    QHash<QString, StreamId> movedAt;
    const QList<redis::Reply> &moved = reply.items[1].items;
    for (qsizetype i = 0; i + 1 < moved.size(); i += 2) {
        if (const auto place = StreamId::parse(QByteArrayView(moved[i + 1].text)))
            movedAt.insert(QString::fromUtf8(moved[i].text), *place);
    }
    Q_EMIT told(QString::fromUtf8(reply.items[0].text), movedAt);
}

} // namespace pressboard::server
