// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/log/event_log.h"

#include <QHash>
#include <QString>

namespace pressboard::server {

/// Whose rights moved, and where the log stood then: a user that comes back with other rights has a
/// book of the old ones. Since its start the server sees that itself; what was before, and what
/// other servers saw, it is told.
class RightsHistory
{
public:
    /// Both must outlive the history.
    RightsHistory(const UserDirectory &users, const EventLog &log);

    /// When the users changed.
    void note();
    /// Somebody whose rights stand in his code came, or has a newer one. Nobody remembers those
    /// over a restart: then they may have moved.
    void met(const Identity &identity);
    /// Somebody remembers more, of the log of that epoch.
    void remember(const QString &epoch, const QHash<QString, StreamId> &movedAt);
    /// Nobody does: the rights of all may have moved before now.
    void distrustAll();
    /// The log's position when this user's rights last moved; null = never seen to.
    StreamId movedAt(const Identity &identity) const;

private:
    struct Place
    {
        QString epoch;
        StreamId position;
    };

    Place here() const;

    const UserDirectory &m_users;
    const EventLog &m_log;
    QHash<QString, Identity> m_known; ///< the users as they were
    QHash<QString, Identity> m_met; ///< as they last came
    QHash<QString, Place> m_movedAt;
};

} // namespace pressboard::server
