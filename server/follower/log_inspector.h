// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_state.h"
#include "server/follower/problem_list.h"
#include "server/log/event_log.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"

#include <QElapsedTimer>
#include <QObject>

namespace pressboard::server {

/// Asks Redis whether it is still our log, and puts what is wrong with it into the list of
/// problems. What to do about it is the keeper's business.
class LogInspector : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the inspector.
    LogInspector(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                 ProblemList &problems, QObject *parent = nullptr);

    void inspect();
    bool isInspecting() const { return m_inspecting; }
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    /// Redis answered, whatever it said; one of the others may follow.
    void answered();
    /// What Redis' clock shows now.
    void timeTold(pressboard::Moment now);
    void inspected(const pressboard::server::LogState &state, pressboard::server::Remedy remedy);
    /// A key that must be seen was written over: nothing can be decided until that is undone.
    void foundOverwritten();

private:
    void handleReply(const redis::Reply &reply, const LogPlace &place);
    void report(const LogState &state);

    redis::Connection &m_commands;
    redis::Keys m_keys;
    const EventLog &m_log;
    ProblemList &m_problems;
    redis::Generation m_generation;
    QElapsedTimer m_asked;
    bool m_inspecting = false;
};

} // namespace pressboard::server
