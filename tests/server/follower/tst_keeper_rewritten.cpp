// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// Redis comes back, or its log is not what it was.
class TestKeeperRewritten : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void keepsItsPlaceWhenRedisRestarts();
    void writesBackIntoAnEmptyRedis();
    void writesTheUsersBack();
    void writesTheUsersBackBesideAFirstAdmin();
    void mendsAFlushUnderALivingConnection();
    void oneServerRestoresForAll();
    void aFreshServerDoesNotBlankTheShop();
    void takesAnOlderRedisForTheTruth();
    void reloadsWhatWasTrimmedBehindItsBack();
    void movesTheEpochWhenThePastIsRewritten();
    void movesTheEpochWhenTheLogIsShorter();
    void startsOnARewrittenLog();
    void tellsWhatAnOlderRedisLost();
    void tellsWhatASplitLost_data();
    void tellsWhatASplitLost();
    void tellsWhatAnEmptyRedisLost();
    void aSecondLossKeepsWhatTheFirstTook();
    void waitsForTheBookOfAServerThatLives();
    void tellsOfNoLossThatWasNone();
};

void TestKeeperRewritten::keepsItsPlaceWhenRedisRestarts()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    const QString epoch = server.epoch();
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    QVERIFY(m_redis->restart());
    QTRY_COMPARE(lost.size(), 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(live.size(), 1);
    QTRY_COMPARE(server.orders(), 2);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
}

void TestKeeperRewritten::writesBackIntoAnEmptyRedis()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    QVERIFY(m_redis->restartEmpty());
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 2);
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);

    // And life goes on, with rows that were touched at IDs of the lost log.
    addOrder(*m_redis, 1, 2);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Processing);
}

void TestKeeperRewritten::writesTheUsersBack()
{
    LogServer server(*m_redis);
    server.keeper.setUsersBackup([] {
        return EpochWriter::RawUsers{{"wang", "{\"role\":\"admin\"}"}};
    });
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QCOMPARE(m_redis->number(words("HLEN pressboard:users")), 0);
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE(m_redis->command(words("HGET pressboard:users wang")),
                 QByteArray("{\"role\":\"admin\"}"));
}

/// A server that knew nothing was there first.
void TestKeeperRewritten::writesTheUsersBackBesideAFirstAdmin()
{
    LogServer server(*m_redis);
    server.keeper.setUsersBackup([] {
        return EpochWriter::RawUsers{{"admin", "ours"}, {"wang", "ours"}, {"lina", "ours"}};
    });
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    const QString epoch = server.epoch();
    server.commands.close();
    server.reading.close();
    QVERIFY(m_redis->restartEmpty());
    m_redis->command(words("SET pressboard:epoch theirs"));
    m_redis->command(words("HSET pressboard:users admin theirs"));
    m_redis->command(words("SADD pressboard:revoked lina"));
    server.commands.open();
    server.reading.open();
    QTRY_VERIFY(server.epoch() != epoch);
    QCOMPARE(m_redis->command(words("HGET pressboard:users admin")), QByteArray("theirs"));
    QCOMPARE(m_redis->command(words("HGET pressboard:users wang")), QByteArray("ours"));
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:users lina")), 0);
}

void TestKeeperRewritten::mendsAFlushUnderALivingConnection()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QVERIFY(m_redis->flushAll());
    addOrder(*m_redis, 2); // nobody told the CRM
    QTRY_COMPARE(server.orders(), 2);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 2);
    QTRY_COMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 1);
    QCOMPARE(lost.size(), 0);
}

void TestKeeperRewritten::oneServerRestoresForAll()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(one.orders() + two.orders(), 2);
    checkpointed(one.writer.holdsLease() ? one : two);
    const QString epoch = one.epoch();
    QVERIFY(m_redis->restartEmpty());
    QTRY_VERIFY(one.epoch() != epoch);
    QTRY_COMPARE(one.epoch(), two.epoch());
    QTRY_VERIFY(one.keeper.isCurrent() && two.keeper.isCurrent());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(one.orders() + two.orders(), 4);
    QTRY_COMPARE(one.log.position(), two.log.position());
    QVERIFY(one.log.book() == two.log.book());
}

void TestKeeperRewritten::aFreshServerDoesNotBlankTheShop()
{
    LogServer knowing(*m_redis);
    knowing.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(knowing.orders(), 1);
    checkpointed(knowing);
    QVERIFY(m_redis->restartEmpty());
    LogServer fresh(*m_redis);
    fresh.start(false); // its checkpoints come no earlier than the other's look
    QTRY_COMPARE(fresh.orders(), 1);
    QTRY_COMPARE(fresh.epoch(), knowing.epoch());
    QCOMPARE(knowing.orders(), 1);
}

void TestKeeperRewritten::takesAnOlderRedisForTheTruth()
{
    writeOrders(1);
    QCOMPARE(m_redis->command(words("COPY pressboard:book old:book")), QByteArray("1"));
    QCOMPARE(m_redis->command(words("COPY pressboard:events old:events")), QByteArray("1"));

    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    // What a restored backup looks like, in one act.
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('RENAME','old:book','pressboard:book') "
                                     "redis.call('RENAME','old:events','pressboard:events')"),
                      QStringLiteral("0")});
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 1);
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    addOrder(*m_redis, 3);
    QTRY_COMPARE(server.orders(), 2);
}

void TestKeeperRewritten::reloadsWhatWasTrimmedBehindItsBack()
{
    LogServer slow(*m_redis);
    slow.start(false);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(slow.orders(), 1);
    slow.commands.close(); // it reads nothing for a while
    slow.reading.close();

    LogServer other(*m_redis);
    other.start();
    addOrder(*m_redis, 2);
    addOrder(*m_redis, 3);
    QTRY_COMPARE(other.orders(), 3);
    checkpointed(other);
    const QByteArray kept = other.log.position().toBytes();
    m_redis->command({QStringLiteral("XTRIM"), QStringLiteral("pressboard:events"),
                      QStringLiteral("MINID"), QString::fromLatin1(kept)});

    QSignalSpy wasReset(&slow.log, &EventLog::wasReset);
    slow.commands.open();
    slow.reading.open();
    QTRY_COMPARE(slow.orders(), 3);
    QCOMPARE(wasReset.size(), 1);
    QCOMPARE(slow.epoch(), other.epoch());
    QVERIFY(slow.log.book() == other.log.book());
}

void TestKeeperRewritten::movesTheEpochWhenThePastIsRewritten()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 1, 2);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Processing);
    QCOMPARE(server.orders(), 2);
}

void TestKeeperRewritten::movesTheEpochWhenTheLogIsShorter()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    // IDs below ours, as after a failover to a replica that was behind.
    m_redis->command(
        {QStringLiteral("EVAL"),
         QStringLiteral("redis.call('DEL','pressboard:events') "
                        "redis.call('XADD','pressboard:events','5-0','type',"
                        "'order_notification','data','{\"order_id\":1,\"status\":3}')"),
         QStringLiteral("0")});
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Completed);
    QCOMPARE(server.orders(), 2);
}

void TestKeeperRewritten::startsOnARewrittenLog()
{
    QString epoch;
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        QTRY_COMPARE(first.orders(), 1);
        checkpointed(first);
        epoch = first.epoch();
    }
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 2);
    LogServer second(*m_redis);
    second.start();
    QTRY_VERIFY(second.keeper.isCurrent());
    QVERIFY(second.epoch() != epoch);
    QCOMPARE(second.orders(), 2);
}

/// Everybody who remembers says so, and whoever starts within the day.
void TestKeeperRewritten::tellsWhatAnOlderRedisLost()
{
    writeOrders(1);
    m_redis->command(words("COPY pressboard:book old:book"));
    m_redis->command(words("COPY pressboard:events old:events"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const Moment common = momentOf(server.log.position());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    QVERIFY(!server.log.loss());
    QSignalSpy told(&server.keeper, &LogKeeper::lossChanged);
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('RENAME','old:book','pressboard:book') "
                                     "redis.call('RENAME','old:events','pressboard:events')"),
                      QStringLiteral("0")});
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(server.log.loss());
    QCOMPARE(server.log.loss()->from, common);
    QVERIFY(server.log.loss()->to >= common);
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 3);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);

    LogServer fresh(*m_redis);
    fresh.start(false);
    QTRY_VERIFY(fresh.keeper.isCurrent());
    QVERIFY(fresh.log.loss());
    QCOMPARE(toWire(fresh.log.loss()->from), toWire(common));
}

void TestKeeperRewritten::tellsWhatASplitLost_data()
{
    QTest::addColumn<int>("theirs");
    QTest::newRow("an ID given twice") << 1;
    QTest::newRow("more than one asks for at once") << 2500;
}

/// Both sides gave an ID: what is in common is decided by the contents.
void TestKeeperRewritten::tellsWhatASplitLost()
{
    QFETCH(const int, theirs);
    writeOrders(1);
    m_redis->command(words("COPY pressboard:book old:book"));
    m_redis->command(words("COPY pressboard:events old:events"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const StreamId common = server.log.position();
    const quint64 split = common.ms + 10'000;
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("for i = 0, ARGV[1] do redis.call('XADD','pressboard:events',"
                                     "string.format('%.0f-0', ARGV[2] + i),"
                                     "'type','order_notification',"
                                     "'data','{\"order_id\":2,\"status\":2}') end"),
                      QStringLiteral("0"), QString::number(theirs), QString::number(split)});
    QTRY_COMPARE(server.log.position().ms, split + theirs);
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('RENAME','old:book','pressboard:book') "
                                     "redis.call('RENAME','old:events','pressboard:events') "
                                     "for i = 1, ARGV[1] do redis.call('XADD','pressboard:events',"
                                     "string.format('%.0f-0', ARGV[2] + i),"
                                     "'type','order_notification',"
                                     "'data','{\"order_id\":3,\"status\":1}') end"),
                      QStringLiteral("0"), QString::number(theirs), QString::number(split)});
    QTRY_VERIFY(server.log.loss());
    QVERIFY(server.log.loss()->from <= momentOf(common));
}

void TestKeeperRewritten::tellsWhatAnEmptyRedisLost()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    const Moment last = momentOf(server.log.position());
    QSignalSpy told(&server.keeper, &LogKeeper::lossChanged);
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(server.log.loss()->from >= last);
    QVERIFY(server.log.loss()->from < server.log.loss()->to);
}

/// Who looks after the second one would else not learn of the first.
void TestKeeperRewritten::aSecondLossKeepsWhatTheFirstTook()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QSignalSpy told(&server.keeper, &LogKeeper::lossChanged);
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE(told.size(), 1);
    const Moment first = server.log.loss()->from;
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const Moment firstEnd = server.log.loss()->to;
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(server.log.loss()->from, first);
    QVERIFY(server.log.loss()->to > firstEnd);
}

/// What is left of a log without its beginning makes no board, and the other server has one.
void TestKeeperRewritten::waitsForTheBookOfAServerThatLives()
{
    LogServer server(*m_redis);
    server.start();
    for (int i = 1; i <= 20; ++i)
        addOrder(*m_redis, i);
    QTRY_COMPARE(server.orders(), 20);
    checkpointed(server);
    m_redis->command(words("XTRIM pressboard:events MAXLEN 3"));
    bool stopped = false;
    server.writer.stop([&stopped] { stopped = true; });
    QTRY_VERIFY(stopped);
    m_redis->command(words("DEL pressboard:book"));
    LogServer fresh(*m_redis);
    fresh.start(false);
    QTRY_VERIFY(hasProblem(fresh.keeper, Problem::Kind::NotReadable));
    QVERIFY(!fresh.keeper.isCurrent());
    server.writer.start(); // nothing happens in the shop meanwhile
    QTRY_VERIFY(fresh.keeper.isCurrent());
    QCOMPARE(fresh.orders(), 20);
}

void TestKeeperRewritten::tellsOfNoLossThatWasNone()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QVERIFY(m_redis->restart());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    m_redis->command(words("DEL pressboard:epoch")); // the log itself is there
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(!server.log.loss());
}

QTEST_GUILESS_MAIN(TestKeeperRewritten)
#include "tst_keeper_rewritten.moc"
