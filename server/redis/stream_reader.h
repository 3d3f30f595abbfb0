// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/stream_entry.h"

#include <QObject>

#include <optional>

namespace pressboard::server::redis {

/// Follows a stream with XREAD BLOCK on a connection of its own, from an ID on, in batches.
/// It does not judge whether it is still the same stream, but asks behind each XREAD, in the same
/// write, for the entry that it reads on from and for the stream's epoch (before()): what XREAD
/// gave followed that. Whoever follows begins again after every reconnect, never with `$`.
class StreamReader : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds block{2000}; ///< so that a dead link is noticed
    /// How long after that an answer may still take: a board must say "stale" within 5 s.
    static constexpr std::chrono::milliseconds grace{2000};
    static constexpr int batch = 1000;

    /// What was there when it was read.
    struct Before
    {
        std::optional<StreamEntry> entry; ///< at the ID it was read on from; nullopt: none
        std::optional<QByteArray> epoch; ///< nullopt: not to be read; empty: there is none
    };

    /// The connection is used for nothing else while following. `epochKey` is a string beside the
    /// stream.
    StreamReader(Connection &connection, QByteArray key, QByteArray epochKey,
                 QObject *parent = nullptr);

    /// On a ready connection; again to go on from another place (which waits until an XREAD that
    /// still blocks is over). Losing the connection stops it.
    void follow(StreamId after);
    void stop(); ///< nothing is emitted any more until follow()
    bool isFollowing() const { return m_following; }
    /// While entriesRead() or timedOut() is emitted.
    const Before &before() const { return m_before; }

Q_SIGNALS:
    /// Never empty.
    void entriesRead(const QList<pressboard::server::redis::StreamEntry> &entries);
    /// XREAD waited `block` without news: the moment to check whether it is still our log.
    void timedOut();
    /// An error reply (UNBLOCKED when the key went away, WRONGTYPE, NOPERM …); reading stopped.
    void failed(const QString &reason);

private:
    void readNext();
    void onRead(const Reply &reply);
    void onBefore(const Reply &reply);
    void onEpoch(const Reply &reply);
    void onReply(const Reply &reply);
    void onTimedOut();
    void onEntries(const QList<StreamEntry> &entries);
    void fail(const QString &reason);

    Connection &m_connection;
    QByteArray m_key;
    QByteArray m_epochKey;
    StreamId m_after;
    Reply m_read; ///< XREAD's answer, until what was there before is known, too
    Before m_before;
    Generation m_generation; ///< ends with follow() and stop()
    bool m_following = false;
    bool m_asking = false; ///< an XREAD is on its way; a second one would only queue behind it
};

} // namespace pressboard::server::redis
