// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_state.h"
#include "server/follower/problem_list.h"
#include "server/log/event_log.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"
#include "server/redis/stream_entry.h"

#include <QObject>

namespace pressboard::server {

/// Entries that were added to the log and trimmed away before this server read them: somebody
/// publishes with MAXLEN. Another server may have read them; then its book is past them, and is
/// loaded. When none has, whoever holds the lease goes on with what is left and writes down, in
/// the log itself, that something is missing: `pressboard.gap`, which makes the numbers incomplete
/// on every server and every desk.
class GapBridge : public QObject
{
    Q_OBJECT
public:
    static constexpr int page = 1000;

    /// All must outlive the bridge.
    GapBridge(redis::Connection &commands, redis::Keys keys, const EventLog &log,
              ProblemList &problems, QObject *parent = nullptr);

    /// Remembers what was found, and says it. False when that was known already.
    bool found(const LogState &state);
    bool isOpen() const { return m_state.has_value(); }
    /// Nothing is missing any more: the book of another server was loaded, or we went on.
    void close() { m_state.reset(); }
    /// The numbers are complete again (an import): there is nothing to be said.
    void settle();

    /// Goes on behind the gap, as the holder of this lease. Asked again when nothing comes of it.
    void bridge(const QByteArray &lease);
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    /// What is left, from `before` on: the place that we are taken to have read to.
    void bridged(const pressboard::server::LogPlace &before,
                 const QList<pressboard::server::redis::StreamEntry> &entries);

private:
    QByteArrayList gapEntry() const;
    void handleReply(const redis::Reply &reply);

    redis::Connection &m_commands;
    redis::Keys m_keys;
    const EventLog &m_log;
    ProblemList &m_problems;
    redis::Generation m_generation;
    std::optional<LogState> m_state; ///< as it was last seen, while entries are missing
    bool m_asking = false;
};

} // namespace pressboard::server
