// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/follower/log_server.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace pressboard::test {

/// Base of the tests of a log's keeper and writer: each of them has a redis-server of its own.
class KeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisFixture>();
        QVERIFY(m_redis->start());
    }
    void cleanup() { m_redis.reset(); }

protected:
    /// Waits until everything the server knows is in the checkpoint.
    static void checkpointed(LogServer &server)
    {
        QTRY_VERIFY(isWritten(server) && !server.log.position().isNull());
    }
    /// A server came, wrote orders 1 to `count` into the checkpoint, and went.
    void writeOrders(int count)
    {
        LogServer server(*m_redis);
        server.start();
        for (int i = 1; i <= count; ++i)
            addOrder(*m_redis, i);
        QTRY_COMPARE(server.orders(), count);
        checkpointed(server);
    }
    static bool hasProblem(const server::LogKeeper &keeper, server::Problem::Kind kind)
    {
        const auto problems = keeper.problems();
        return std::any_of(problems.begin(), problems.end(),
                           [kind](const server::Problem &problem) { return problem.kind == kind; });
    }

    std::unique_ptr<RedisFixture> m_redis;
};

} // namespace pressboard::test
