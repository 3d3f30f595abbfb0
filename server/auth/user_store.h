// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace pressboard::server {

namespace redis {
class Connection;
struct Reply;
} // namespace redis
class UserDirectory;

/// Keeps the directory equal to the hash `pressboard:users`: reads it when Redis became ready,
/// when told that users changed, and every ten seconds.
///
/// A Redis that lost its past has not revoked anybody. As long as the log's epoch is missing, an
/// empty hash is not believed, and the last raw fields stay here for the log's keeper to write back
/// together with the book. Whoever is missing under another epoch than the last one, or from a hash
/// that was emptied or written over, also when users were added to it since, is put back, unless
/// "user revoke" remembers him.
class UserStore : public QObject
{
    Q_OBJECT
public:
    using RawUsers = QList<std::pair<QByteArray, QByteArray>>; ///< field, value

    /// Longest time until a change is seen that nobody announced.
    static constexpr std::chrono::seconds interval{10};
    /// How long a revoked user is remembered as such.
    static constexpr std::chrono::hours revokedKept{24 * 90};
    /// What `pressboard:control` says after a change.
    static constexpr QByteArrayView changedMessage{"users changed"};

    /// Both must outlive the store. The connection is shared with other commands.
    UserStore(redis::Connection &connection, redis::Keys keys, UserDirectory &directory,
              QObject *parent = nullptr);

    /// The fields as they were last read, unreadable ones included.
    const RawUsers &rawUsers() const { return m_raw; }
    /// Reads now; while a read is under way, once more after it.
    void reload();
    /// A message of `pressboard:control`; others than ours are ignored.
    void handleControl(QByteArrayView message);

    enum class FirstUser {
        Added,
        NotNeeded, ///< there is a user already, or a server knows one
        CodeSpent, ///< this code has been the first user's, who was revoked: another is needed
    };
    /// Adds the first user, an admin, only while there is no user at all, and no server that knows
    /// one. Transient error = Redis is away.
    using Ensured = std::function<void(const Result<FirstUser> &)>;
    void ensureAdmin(const QString &name, const QByteArray &hash, Moment created, Ensured ensured);

Q_SIGNALS:
    void connected(); ///< to a Redis that may not be as it was
    /// After every read that was believed, changed or not.
    void loaded();

private:
    void handleReply(const redis::Reply &reply);
    bool mayHaveLost(const QByteArray &epoch, const RawUsers &raw) const;
    void putBack(const RawUsers &lost);
    void believe(const QByteArray &epoch, RawUsers raw);
    void replaceUsers(RawUsers raw);

    redis::Connection &m_connection;
    redis::Keys m_keys;
    UserDirectory &m_directory;
    QTimer m_timer;
    RawUsers m_raw;
    QByteArray m_epoch; ///< of the log beside which they were read
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_overwritten = false; ///< the last read found another type
    QByteArray m_lastError; ///< said once
};

} // namespace pressboard::server
