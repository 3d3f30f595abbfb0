// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

/// New orders from `first` to `last`, and then only the `kept` youngest entries, all in one moment:
/// what a publisher does whose XADD says MAXLEN.
void publishTrimmed(const RedisFixture &redis, int first, int last, int kept)
{
    const QString lua = QStringLiteral(
        "for id = ARGV[1], ARGV[2] do "
        "redis.call('XADD', 'pressboard:events', '*', 'type', 'order_notification', 'data', "
        "'{\"order_id\":' .. math.floor(id) .. ',\"action\":\"created\",\"created\":true}') end "
        "redis.call('XTRIM', 'pressboard:events', 'MAXLEN', ARGV[3])");
    redis.command({QStringLiteral("EVAL"), lua, QStringLiteral("0"), QString::number(first),
                   QString::number(last), QString::number(kept)});
}

int gapsIn(const RedisFixture &redis)
{
    return int(redis.command(words("XRANGE pressboard:events - +")).count("pressboard.gap"));
}

} // namespace

/// Entries that were trimmed away before they were read.
class TestKeeperGaps : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnBehindWhatNobodyRead();
    void saysThatItIsLostMeanwhile();
    void goesOnWithNothingLeft();
    void loadsTheBookOfWhoReadIt();
    void allAgreeWhereAllMissedIt();
    void aServerThatStartsBehindAGapKeepsTheEpoch();
    void forgetsItAfterACompleteImport();
};

void TestKeeperGaps::goesOnBehindWhatNobodyRead()
{
    LogServer server(*m_redis);
    server.start();
    publishTrimmed(*m_redis, 1, 1, 1000);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    QVERIFY(server.log.book().complete);
    const QString epoch = server.epoch();
    publishTrimmed(*m_redis, 2, 5, 2);
    QTRY_VERIFY(server.log.book().order(5));
    QVERIFY(server.log.book().order(4) && !server.log.book().order(3));
    QTRY_VERIFY(!server.log.book().complete);
    checkpointed(server);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(gapsIn(*m_redis), 1);
    QVERIFY(hasProblem(server.keeper, Problem::Kind::Missed));
    QVERIFY(freshBook(*m_redis) == server.log.book());
}

void TestKeeperGaps::saysThatItIsLostMeanwhile()
{
    LogServer server(*m_redis);
    server.writer.setIsAlone([] { return false; });
    server.start();
    publishTrimmed(*m_redis, 1, 1, 1000);
    checkpointed(server);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    publishTrimmed(*m_redis, 2, 3, 1);
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!server.writer.holdsLease()); // for whoever read them
    QTRY_COMPARE(live.size(), 1);
    QCOMPARE(gapsIn(*m_redis), 1);
}

void TestKeeperGaps::goesOnWithNothingLeft()
{
    LogServer server(*m_redis);
    server.start();
    publishTrimmed(*m_redis, 1, 1, 1000);
    checkpointed(server);
    const QString epoch = server.epoch();
    publishTrimmed(*m_redis, 2, 3, 0);
    QTRY_COMPARE(gapsIn(*m_redis), 1);
    QTRY_VERIFY(!server.log.book().complete);
    publishTrimmed(*m_redis, 4, 4, 1000);
    QTRY_VERIFY(server.log.book().order(4));
    QCOMPARE(server.epoch(), epoch);
}

void TestKeeperGaps::loadsTheBookOfWhoReadIt()
{
    LogServer slow(*m_redis);
    LogServer other(*m_redis);
    for (LogServer *server : {&slow, &other}) {
        server->writer.setIsAlone([] { return false; });
        server->start();
    }
    publishTrimmed(*m_redis, 1, 1, 1000);
    QTRY_VERIFY(slow.orders() == 1 && other.orders() == 1);
    QTRY_VERIFY(isWritten(slow) || isWritten(other));
    const QString epoch = slow.epoch();
    slow.commands.close(); // it reads nothing for a while
    slow.reading.close();
    publishTrimmed(*m_redis, 2, 3, 1000);
    QTRY_COMPARE(other.orders(), 3);
    publishTrimmed(*m_redis, 4, 4, 1);
    QTRY_COMPARE(other.orders(), 4);
    slow.commands.open();
    slow.reading.open();
    QTRY_COMPARE(slow.orders(), 4);
    QTRY_VERIFY(slow.keeper.isCurrent());
    QTRY_VERIFY(slow.log.book() == other.log.book());
    QCOMPARE(gapsIn(*m_redis), 0);
    QVERIFY(slow.log.book().complete);
    QCOMPARE(slow.epoch(), epoch);
    QCOMPARE(other.epoch(), epoch);
}

void TestKeeperGaps::allAgreeWhereAllMissedIt()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    for (LogServer *server : {&one, &two}) {
        server->writer.setIsAlone([] { return false; });
        server->start();
    }
    publishTrimmed(*m_redis, 1, 1, 1000);
    QTRY_VERIFY(one.orders() == 1 && two.orders() == 1);
    QTRY_VERIFY(isWritten(one) || isWritten(two));
    const QString epoch = one.epoch();
    publishTrimmed(*m_redis, 2, 9, 2);
    QTRY_VERIFY(one.log.book().order(9) && two.log.book().order(9));
    QTRY_VERIFY(one.keeper.isCurrent() && two.keeper.isCurrent());
    QTRY_VERIFY(one.log.book() == two.log.book());
    QVERIFY(!one.log.book().complete);
    QCOMPARE(one.epoch(), epoch);
    QCOMPARE(two.epoch(), epoch);
    QVERIFY(gapsIn(*m_redis) >= 1);
}

void TestKeeperGaps::aServerThatStartsBehindAGapKeepsTheEpoch()
{
    writeOrders(2);
    const QByteArray epoch = m_redis->command(words("GET pressboard:epoch"));
    publishTrimmed(*m_redis, 3, 6, 1);
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.log.book().order(6));
    QVERIFY(server.log.book().order(1) && server.log.book().order(2));
    QCOMPARE(server.epoch().toLatin1(), epoch);
    QVERIFY(!server.log.book().complete);
    checkpointed(server);
    QVERIFY(freshBook(*m_redis) == server.log.book());
}

void TestKeeperGaps::forgetsItAfterACompleteImport()
{
    LogServer server(*m_redis);
    server.start();
    publishTrimmed(*m_redis, 1, 1, 1000);
    checkpointed(server);
    publishTrimmed(*m_redis, 2, 3, 1);
    QTRY_VERIFY(!server.log.book().complete && server.keeper.isCurrent());
    m_redis->command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                      QStringLiteral("*"), QStringLiteral("type"),
                      QStringLiteral("pressboard.import"), QStringLiteral("data"),
                      QStringLiteral("{\"as_of\":\"0-0\",\"complete\":true}")});
    QTRY_VERIFY(server.log.book().complete);
    QTRY_VERIFY(!hasProblem(server.keeper, Problem::Kind::Missed));
}

QTEST_GUILESS_MAIN(TestKeeperGaps)
#include "tst_keeper_gaps.moc"
