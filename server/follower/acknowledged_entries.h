// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/log_trail.h"
#include "server/redis/connection.h"
#include "shared/base/stream_id.h"

#include <QObject>

#include <set>

namespace pressboard::server {

/// What Redis acknowledged, to this server's publishers or to others, and the log has to show. A
/// master that was cut off goes on acknowledging until it learns that it is none any more: what it
/// took is in no log, whoever published it believes that it is, and nobody but this server knows.
class AcknowledgedEntries : public QObject
{
    Q_OBJECT
public:
    /// Of entries that are waited for: they are read within milliseconds. Beyond it the oldest are
    /// taken for read.
    static constexpr std::size_t most = 1000;

    /// All must outlive this. The trail has what was read.
    AcknowledgedEntries(redis::Connection &commands, QByteArray eventsKey, const LogTrail &trail,
                        QObject *parent = nullptr);

    void acknowledged(StreamId id);
    /// The log is read up to there. Those that a book brought with it are looked up in Redis.
    void check(StreamId position);
    /// The log ends there, as Redis said when it was asked last: what was acknowledged before that
    /// and is newer will not come any more, also in a log to which nothing is added.
    void checkEnd(StreamId end);

Q_SIGNALS:
    /// Once for each: the log is past it, and does not hold it.
    void missing(pressboard::StreamId id);

private:
    void lookUp(StreamId id);

    redis::Connection &m_commands;
    const QByteArray m_eventsKey;
    const LogTrail &m_trail;
    std::set<StreamId> m_waiting;
    StreamId m_newest; ///< that was waited for at the last checkEnd()
    std::set<StreamId> m_asked; ///< of them: Redis was asked, and has not answered
};

} // namespace pressboard::server
