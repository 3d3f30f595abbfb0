// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/user_store.h"

#include "server/auth/user_directory.h"
#include "server/logging/logging.h"
#include "server/redis/connection.h"
#include "server/scripts/scripts.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace pressboard::server {

namespace {

Result<UserStore::FirstUser> firstUserOf(const redis::Reply &reply)
{
    if (reply.failed())
        return Error{
            QStringLiteral("Cannot add the first admin: %1").arg(QString::fromUtf8(reply.text)),
            reply.isLost()};
    if (reply.integer < 0)
        return UserStore::FirstUser::CodeSpent;
    return reply.integer > 0 ? UserStore::FirstUser::Added : UserStore::FirstUser::NotNeeded;
}

UserStore::RawUsers fieldsOf(const redis::Reply &hash)
{
    UserStore::RawUsers raw;
    for (qsizetype i = 0; i + 1 < hash.items.size(); i += 2)
        raw.append({hash.items[i].text, hash.items[i + 1].text});
    // Redis gives no order: sorted, so that the same users compare equal.
    std::sort(raw.begin(), raw.end());
    return raw;
}

/// Those of `known` of whom `raw` has nothing at all.
UserStore::RawUsers missingFrom(const UserStore::RawUsers &raw, const UserStore::RawUsers &known)
{
    QSet<QByteArray> there;
    for (const auto &[name, json] : raw)
        there.insert(name);
    UserStore::RawUsers missing;
    std::copy_if(known.begin(), known.end(), std::back_inserter(missing),
                 [&](const auto &user) { return !there.contains(user.first); });
    return missing;
}

} // namespace

UserStore::UserStore(redis::Connection &connection, redis::Keys keys, UserDirectory &directory,
                     QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_directory(directory)
{
    connect(&m_connection, &redis::Connection::becameReady, this, &UserStore::connected);
    connect(&m_connection, &redis::Connection::becameReady, this, &UserStore::reload);
    connect(&m_timer, &QTimer::timeout, this, &UserStore::reload);
    m_timer.start(interval);
}

void UserStore::reload()
{
    if (!m_connection.isReady())
        return; // becameReady comes back here
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_connection.script(scripts::readUsers(), {m_keys.users(), m_keys.epoch()}, {}, this,
                        [this](const redis::Reply &reply) {
                            m_reading = false;
                            handleReply(reply);
                            if (std::exchange(m_readAgain, false))
                                reload();
                        });
}

void UserStore::handleControl(QByteArrayView message)
{
    if (message == changedMessage)
        reload();
}

void UserStore::handleReply(const redis::Reply &reply)
{
    if (reply.isError()) {
        if (std::exchange(m_lastError, reply.text) != reply.text)
            qCWarning(lcAuth).noquote() << "Cannot read the users from Redis:" << reply.text;
        m_overwritten = m_overwritten || reply.text.startsWith("WRONGTYPE");
        return;
    }
    if (reply.items.size() != 2)
        return; // lost: becameReady reads again
    const QByteArray epoch = reply.items[0].text;
    RawUsers raw = fieldsOf(reply.items[1]);
    m_lastError.clear();
    if (raw.isEmpty() && epoch.isEmpty() && !m_raw.isEmpty())
        return;
    const RawUsers lost = mayHaveLost(epoch, raw) ? missingFrom(raw, m_raw) : RawUsers();
    if (lost.isEmpty())
        believe(epoch, std::move(raw));
    else
        putBack(lost);
}

/// Only under the same epoch, and from a hash that nobody emptied, somebody who is missing was
/// taken away by hand. A hash in which nobody is left as he was has been emptied, too, and somebody
/// was added since: that we look each ten seconds must not decide it.
bool UserStore::mayHaveLost(const QByteArray &epoch, const RawUsers &raw) const
{
    const bool anybodyLeft = std::any_of(raw.begin(), raw.end(),
                                         [this](const auto &user) { return m_raw.contains(user); });
    return m_overwritten || !anybodyLeft || epoch != m_epoch;
}

void UserStore::putBack(const RawUsers &lost)
{
    qCWarning(lcAuth) << lost.size()
                      << "users are gone without having been revoked: writing them "
                         "back";
    QByteArrayList arguments;
    for (const auto &[name, json] : lost)
        arguments << name << json;
    m_connection.script(scripts::putUsersBack(), {m_keys.users(), m_keys.epoch(), m_keys.revoked()},
                        arguments, this, [this](const redis::Reply &reply) {
                            if (reply.items.size() == 2) // else it is tried again
                                believe(reply.items[0].text, fieldsOf(reply.items[1]));
                        });
}

void UserStore::believe(const QByteArray &epoch, RawUsers raw)
{
    m_epoch = epoch;
    m_overwritten = false;
    replaceUsers(std::move(raw));
    Q_EMIT loaded();
}

void UserStore::replaceUsers(RawUsers raw)
{
    if (m_directory.isLoaded() && raw == m_raw)
        return;
    QList<UserRecord> users;
    for (const auto &[name, json] : raw) {
        const auto user = UserRecord::fromJson(QString::fromUtf8(name), json);
        if (user)
            users << *user;
        else
            qCWarning(lcAuth).noquote()
                << user.error().message << "Nobody can log in as this user.";
    }
    m_raw = std::move(raw);
    m_directory.replace(std::move(users));
}

void UserStore::ensureAdmin(const QString &name, const QByteArray &hash, Moment created,
                            Ensured ensured)
{
    UserRecord admin;
    admin.name = name;
    admin.role = Role::Admin;
    admin.tokens = {{hash, created}};
    m_connection.script(scripts::addFirstUser(),
                        {m_keys.users(), m_keys.servers(), m_keys.firstAdmin()},
                        {name.toUtf8(), admin.toJson(), m_keys.server({}), hash}, this,
                        [this, ensured = std::move(ensured)](const redis::Reply &reply) {
                            if (!reply.failed())
                                reload();
                            ensured(firstUserOf(reply));
                        });
}

} // namespace pressboard::server
