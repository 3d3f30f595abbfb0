// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace pressboard::server {

namespace redis {
class Connection;
struct Reply;
} // namespace redis
class UserDirectory;

/// Remembers in Redis what each user may see (`pressboard:rights`), and where the log stood when
/// that last changed: a user whose rights moved while no server ran, or while another one did, has
/// a board of the old ones, and must not go on from there.
///
/// Of a user that nobody remembers the same is taken to have happened now.
class RightsStore : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the store. The connection is shared with other commands.
    RightsStore(redis::Connection &connection, redis::Keys keys, const UserDirectory &users,
                QObject *parent = nullptr);

    /// The users were read: compares them with what is remembered, and remembers them.
    void note();
    /// Once a note() was answered or refused. Before that nobody knows whose rights moved.
    bool isKnown() const { return m_isKnown; }

Q_SIGNALS:
    /// By user: the last entry of the log of that epoch that may have been sent under other rights;
    /// not who is as ever.
    void told(const QString &epoch, const QHash<QString, pressboard::StreamId> &movedAt);
    /// Redis does not remember for us: whoever was here before may have had other rights.
    void unknown();

private:
    void handleReply(const redis::Reply &reply);

    redis::Connection &m_connection;
    redis::Keys m_keys;
    const UserDirectory &m_users;
    bool m_isKnown = false;
    QByteArray m_lastError; ///< said once
};

} // namespace pressboard::server
