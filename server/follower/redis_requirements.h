// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/redis/connection.h"

#include <QObject>

namespace pressboard::server {

/// Is this Redis fit to hold a log: does it keep what it is given? What is wrong goes into the
/// list of problems.
class RedisRequirements : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    RedisRequirements(redis::Connection &commands, ProblemList &problems,
                      QObject *parent = nullptr);

    void ask();
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    void answered();

private:
    void take(const redis::Reply &info);

    redis::Connection &m_commands;
    ProblemList &m_problems;
    quint64 m_turn = 0;
};

} // namespace pressboard::server
