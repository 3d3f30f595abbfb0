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
            m_movedAt.insert(it.key(), here());
    }
    m_known = now;
}

void RightsHistory::met(const Identity &identity)
{
    Identity &known = m_met[identity.user];
    if (known == identity)
        return;
    known = identity;
    m_movedAt.insert(identity.user, here());
}

RightsHistory::Place RightsHistory::here() const
{
    return {m_log.book().epoch, m_log.position()};
}

void RightsHistory::remember(const QString &epoch, const QHash<QString, StreamId> &movedAt)
{
    for (auto it = movedAt.constBegin(); it != movedAt.constEnd(); ++it) {
        Place &place = m_movedAt[it.key()];
        if (place.epoch != epoch || place.position < it.value())
            place = {epoch, it.value()};
    }
}

void RightsHistory::distrustAll()
{
    for (const UserRecord &user : m_users.users())
        m_movedAt.insert(user.name, here());
}

/// Of another log's places no position is one of this log.
StreamId RightsHistory::movedAt(const Identity &identity) const
{
    const auto found = m_movedAt.constFind(identity.user);
    const bool isOfThisLog = found != m_movedAt.constEnd() && found->epoch == m_log.book().epoch;
    return identity.anonymous || !isOfThisLog ? StreamId() : found->position;
}

} // namespace pressboard::server
