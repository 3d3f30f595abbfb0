// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/rights_history.h"

namespace pressboard::server {

static QHash<QString, Identity> identitiesOf(const QList<UserRecord> &users)
{
    QHash<QString, Identity> identities;
    for (const UserRecord &user : users)
        identities.insert(user.name, user.identity());
    return identities;
}

RightsHistory::RightsHistory(const UserDirectory &users, const EventLog &log)
    : m_users(users)
    , m_log(log)
    , m_known(identitiesOf(users.users()))
{
}

void RightsHistory::note()
{
    const QHash<QString, Identity> now = identitiesOf(m_users.users());
    for (auto it = m_known.constBegin(); it != m_known.constEnd(); ++it) {
        const auto found = now.constFind(it.key());
        if (found == now.constEnd() || *found != it.value())
            m_movedAt.insert(it.key(), m_log.position());
    }
    m_known = now;
}

StreamId RightsHistory::movedAt(const Identity &identity) const
{
    return identity.anonymous ? StreamId() : m_movedAt.value(identity.user);
}

} // namespace pressboard::server
