// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"

#include <QObject>
#include <QVersionNumber>

namespace pressboard::server {

/// It follows a master, as INFO says: what it holds may be old, and no server works with it.
bool isReplica(const QByteArray &info);

/// Redis' version; null when this account may not ask, or what answers tells none.
QVersionNumber versionOf(const QByteArray &info);

/// XRANGE with "(" and XADD NOMKSTREAM.
inline constexpr int oldestMajor = 6;
inline constexpr int oldestMinor = 2;
/// From 7.0 on Redis counts what was ever added: only then it is seen that something was trimmed
/// away before it was read.
bool countsEntries(const QByteArray &info);

/// What the log needs of the Redis that holds it, read from INFO: that it is new enough
/// and the master, that nothing is evicted, and that everything is written down.
/// `watched`: sentinels may put a replica in its place, which should then have what was written.
QList<Problem> problemsOfRedis(const QByteArray &info, bool watched = false);

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
