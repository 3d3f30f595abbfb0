// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_state.h"
#include "server/follower/problem_list.h"
#include "server/log/event_log.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// Asks Redis whether it is still our log, and puts what is wrong with it into the list of
/// problems. What to do about the verdict is the keeper's business.
class LogInspector : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the inspector.
    LogInspector(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                 ProblemList &problems, QObject *parent = nullptr);

    void look();
    bool isLooking() const { return m_looking; }
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    /// Redis answered, whatever it said; one of the others may follow.
    void answered();
    void looked(const pressboard::server::LogState &look, pressboard::server::Remedy verdict);
    /// A key that must be seen was written over: nothing can be decided until that is undone.
    void foundBlind();

private:
    void take(const redis::Reply &reply, StreamId position);
    void report(const LogState &look);

    redis::Connection &m_commands;
    redis::Keys m_keys;
    const EventLog &m_log;
    ProblemList &m_problems;
    quint64 m_turn = 0;
    bool m_looking = false;
};

} // namespace pressboard::server
