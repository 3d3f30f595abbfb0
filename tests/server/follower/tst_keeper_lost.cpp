// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// Redis does not answer for a while.
class TestKeeperLost : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void saysLostWhenRedisHangs();
    void staysLostUntilTheLogIsReadAgain();
    void saysLostWhenRedisDies();
    void saysLostOfACutOffReplica();
    void doesNotBeginOnACutOffReplica();
    void comesBackToLifeWithAnOverwrittenBook();
    void believesWhoHasReadFurther();
    void knowsAtOnceThatNobodyHasReadFurther();
};

void TestKeeperLost::saysLostWhenRedisHangs()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    m_redis->pause();
    const auto began = server.systemClock.monotonic();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 10'000);
    QVERIFY(server.systemClock.monotonic() - began < std::chrono::seconds(5));
    m_redis->resume();
    QTRY_COMPARE_WITH_TIMEOUT(live.size(), 1, 15'000);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QCOMPARE(lost.size(), 1);
    QCOMPARE(live.size(), 1);
}

/// Both connections must answer: that Redis answers on one of them does not yet mean that the
/// other will not be given up a moment later.
void TestKeeperLost::staysLostUntilTheLogIsReadAgain()
{
    LogOptions options = LogServer::hurried();
    options.silenceLimit = std::chrono::milliseconds(700);
    LogServer server(*m_redis, options);
    server.start();
    checkpointed(server);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QSignalSpy looked(&server.keeper, &LogKeeper::checkpointSeen);
    const auto began = server.systemClock.monotonic();
    addOrder(*m_redis, 1); // the XREAD that follows it blocks its whole time
    QTRY_COMPARE(server.orders(), 1);
    m_redis->pause();
    QTRY_COMPARE(lost.size(), 1);
    m_redis->resume();
    looked.clear();
    QTRY_VERIFY(looked.size() >= 2);
    const auto now = server.systemClock.monotonic();
    if (now - began < redis::StreamReader::block)
        QCOMPARE(live.size(), 0);
    QTRY_COMPARE(live.size(), 1);
    QCOMPARE(lost.size(), 1);
}

void TestKeeperLost::saysLostWhenRedisDies()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    m_redis->kill();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!server.keeper.isCurrent());
    QVERIFY(!server.keeper.source().isLive());
}

/// It answers, and goes on with what it had.
void TestKeeperLost::saysLostOfACutOffReplica()
{
    LogOptions options;
    LogServer server(*m_redis, options);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QCOMPARE(m_redis->command(words("REPLICAOF 127.0.0.1 1")), QByteArray("OK"));
    const auto began = server.systemClock.monotonic();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 10'000);
    QVERIFY(server.systemClock.monotonic() - began < std::chrono::seconds(5));
    QVERIFY(!server.keeper.isCurrent());
    QCOMPARE(m_redis->command(words("REPLICAOF NO ONE")), QByteArray("OK"));
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    QVERIFY(server.keeper.source().isLive());
}

void TestKeeperLost::doesNotBeginOnACutOffReplica()
{
    writeOrders(1);
    QCOMPARE(m_redis->command(words("REPLICAOF 127.0.0.1 1")), QByteArray("OK"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.commands.lostReason().contains(QStringLiteral("is a replica of")));
    QVERIFY(!server.keeper.isCurrent());
    QVERIFY(!server.keeper.source().isLive());
    QCOMPARE(m_redis->command(words("REPLICAOF NO ONE")), QByteArray("OK"));
    QTRY_COMPARE(server.orders(), 1);
}

void TestKeeperLost::comesBackToLifeWithAnOverwrittenBook()
{
    LogOptions options = LogServer::hurried();
    options.silenceLimit = std::chrono::milliseconds(700);
    LogServer server(*m_redis, options);
    server.start();
    checkpointed(server);
    m_redis->command(words("SET pressboard:book x"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    m_redis->pause();
    QTRY_COMPARE(lost.size(), 1);
    m_redis->resume();
    QTRY_VERIFY(server.keeper.source().isLive());
    QVERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
}

/// Long before the silence itself would be noticed.
void TestKeeperLost::believesWhoHasReadFurther()
{
    LogOptions options = LogServer::hurried();
    options.silenceLimit = std::chrono::hours(1);
    LogServer server(*m_redis, options);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QSignalSpy doubted(&server.keeper, &LogKeeper::endDoubted);
    m_redis->pause();
    const StreamId here = server.log.position();
    server.keeper.proveEnd({here.ms + 1'000, 0});
    QCOMPARE(doubted.value(0).value(0).toBool(), true);
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(doubted.size(), 1);
    m_redis->resume();
    QTRY_COMPARE(live.size(), 1);
    QCOMPARE(doubted.size(), 2);
    QCOMPARE(doubted.last()[0].toBool(), false);
}

/// He comes from a log that lost its end, or never told the truth: nobody's board grows stale.
void TestKeeperLost::knowsAtOnceThatNobodyHasReadFurther()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy doubted(&server.keeper, &LogKeeper::endDoubted);
    for (int i = 1; i <= 3; ++i) {
        server.keeper.proveEnd({~quint64(0), 0});
        QTRY_COMPARE(doubted.size(), 2 * i);
        QCOMPARE(doubted.last()[0].toBool(), false);
    }
    QCOMPARE(lost.size(), 0);
}

QTEST_GUILESS_MAIN(TestKeeperLost)
#include "tst_keeper_lost.moc"
