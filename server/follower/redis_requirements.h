// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"

#include <QObject>

namespace pressboard::server {

/// It follows a master, as INFO says: what it holds may be old, and no server works with it.
bool isReplica(const QByteArray &info);

/// What the log needs of the Redis that holds it, read from INFO: that it is the master, that
/// nothing is evicted, and that everything is written down.
QList<Problem> problemsOfRedis(const QByteArray &info);

/// Is this Redis fit to hold a log: does it keep what it is given? What is wrong goes into the
/// list of problems.
class RedisRequirements : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    RedisRequirements(redis::Connection &commands, ProblemList &problems,
                      QObject *parent = nullptr);

    void inspect();
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    void answered();

private:
    void handleInfo(const redis::Reply &info);

    redis::Connection &m_commands;
    ProblemList &m_problems;
    redis::Generation m_generation;
};

} // namespace pressboard::server
