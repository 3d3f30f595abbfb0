// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"
#include "tests/support/redis/switching_port.h"

#include <algorithm>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

/// Keeps log, book and epoch as a backup would have them.
void backUp(const RedisFixture &redis)
{
    redis.command({QStringLiteral("EVAL"),
                   QStringLiteral("for _, key in ipairs({'events', 'book', 'epoch'}) do "
                                  "redis.call('SET', 'backup:' .. key, "
                                  "redis.call('DUMP', 'pressboard:' .. key)) end"),
                   QStringLiteral("0")});
}

/// Puts the backup back into the running Redis, and publishes an order in the same moment, as a
/// CRM does that knows nothing of it.
void putBackAndPublish(const RedisFixture &redis, int orderId)
{
    const QString lua = QStringLiteral(
        "for _, key in ipairs({'events', 'book', 'epoch'}) do "
        "redis.call('RESTORE', 'pressboard:' .. key, 0, redis.call('GET', 'backup:' .. key), "
        "'REPLACE') end "
        "redis.call('XADD', 'pressboard:events', '*', 'type', 'order_notification', 'data', "
        "'{\"order_id\":%1,\"status\":1}')");
    redis.command({QStringLiteral("EVAL"), lua.arg(orderId), QStringLiteral("0")});
}

/// `replica` becomes one of `master`, and has all that it has.
void replicate(const RedisFixture &replica, const RedisFixture &master)
{
    replica.command(
        {QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"), QString::number(master.port())});
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(
            replica.command(words("INFO replication")).contains("master_link_status:up"), 20'000);
    }();
}

} // namespace

/// Another log was put in our log's place while we read it: nobody broke a connection, and the
/// numbers fit.
class TestKeeperSwapped : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void findsABackupUnderALivingConnection();
    void findsAnotherContentUnderTheSameId();
    void allServersAgreeAfterABackup();
    void passesNothingOnUnderAnotherEpoch();
    void takesNoEpochBackFromABackup();
    void followsAPromotedReplica();
    void readsFromNoOtherRedis();
    void convergesAfterIdsWereGivenTwice();
    void goesOnWhenItsEntryIsTrimmed();
    void goesOnWhenItsEntryIsDeleted();
    void goesOnWhenItsEntryIsDeletedWhileOthersCome();
    void goesOnWhileAPublisherTrims();
    void goesOnWithACheckpointThatTellsNoEntry();
};

void TestKeeperSwapped::findsABackupUnderALivingConnection()
{
    writeOrders(1);
    backUp(*m_redis);
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    putBackAndPublish(*m_redis, 3);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QTRY_VERIFY(server.log.book().order(3));
    QVERIFY(!server.log.book().order(2));
    QCOMPARE(server.orders(), 2);
    checkpointed(server);
    QVERIFY(freshBook(*m_redis) == server.log.book());
}

void TestKeeperSwapped::findsAnotherContentUnderTheSameId()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    const QString id = server.log.position().toString();
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('DEL', 'pressboard:events') "
                                     "redis.call('XADD', 'pressboard:events', ARGV[1], 'type', "
                                     "'order_notification', 'data', '{\"order_id\":7}')"),
                      QStringLiteral("0"), id});
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QTRY_VERIFY(server.log.book().order(7));
}

void TestKeeperSwapped::allServersAgreeAfterABackup()
{
    writeOrders(1);
    backUp(*m_redis);
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    addOrder(*m_redis, 2);
    QTRY_COMPARE(one.orders() + two.orders(), 4);
    checkpointed(one.writer.holdsLease() ? one : two);
    const QString epoch = one.epoch();
    putBackAndPublish(*m_redis, 3);
    QTRY_VERIFY(one.epoch() != epoch);
    QTRY_COMPARE(one.epoch(), two.epoch());
    QTRY_VERIFY(one.log.book().order(3) && two.log.book().order(3));
    QVERIFY(!one.log.book().order(2) && !two.log.book().order(2));
    QTRY_COMPARE(one.log.position(), two.log.position());
    QVERIFY(one.log.book() == two.log.book());
}

/// The epoch moves, and an order comes, in one act: whoever gets that order has heard of the epoch.
void TestKeeperSwapped::passesNothingOnUnderAnotherEpoch()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QStringList epochs;
    connect(&server.log, &EventLog::applied, this, [&] { epochs.append(server.epoch()); });
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('SET', 'pressboard:epoch', 'other') "
                                     "redis.call('XADD', 'pressboard:events', '*', 'type', "
                                     "'order_notification', 'data', '{\"order_id\":2}')"),
                      QStringLiteral("0")});
    QTRY_COMPARE(server.orders(), 2);
    QVERIFY(server.epoch() != epoch);
    QVERIFY(!epochs.contains(epoch));
}

/// Clients have seen more of that epoch than the backup has.
void TestKeeperSwapped::takesNoEpochBackFromABackup()
{
    writeOrders(1);
    backUp(*m_redis);
    LogServer server(*m_redis);
    server.start();
    checkpointed(server);
    const QString first = server.epoch();
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 2);
    QTRY_VERIFY(server.epoch() != first);
    checkpointed(server);
    const QString second = server.epoch();
    putBackAndPublish(*m_redis, 3);
    QTRY_VERIFY(server.log.book().order(3));
    QVERIFY(server.epoch() != first);
    QVERIFY(server.epoch() != second);
    QVERIFY(!server.log.book().order(2));
}

/// Both sides of a split got orders; then ours becomes a replica of the other, and its connections
/// are cut in the same act. By the time we are back it is a master again, with the other's past.
void TestKeeperSwapped::followsAPromotedReplica()
{
    RedisFixture theirs({}, RedisFixture::Tcp::Yes);
    RedisFixture ours({}, RedisFixture::Tcp::Yes);
    QVERIFY(theirs.start() && ours.start());
    LogServer server(ours);
    server.start();
    addOrder(ours, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    replicate(theirs, ours);
    theirs.command(words("REPLICAOF NO ONE"));
    addOrder(ours, 2);
    addOrder(theirs, 3);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    server.reading.close(); // so that it sees no replica on its way
    server.commands.close();
    replicate(ours, theirs);
    ours.command(words("REPLICAOF NO ONE"));
    addOrder(ours, 4);
    server.commands.open();
    server.reading.open();
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QTRY_VERIFY(server.log.book().order(4));
    QVERIFY(server.log.book().order(3));
    QVERIFY(!server.log.book().order(2));
    checkpointed(server);
    QVERIFY(freshBook(ours) == server.log.book());
}

/// In a split both sides went on, and gave the same IDs to other events: a client that went from
/// one side's server to the other's would have a board of both. After it has healed, the server of
/// the side that lost finds out by content, though every number is right; and the epoch moves, so
/// that nobody resumes.
void TestKeeperSwapped::convergesAfterIdsWereGivenTwice()
{
    RedisFixture lost({}, RedisFixture::Tcp::Yes);
    RedisFixture kept({}, RedisFixture::Tcp::Yes);
    QVERIFY(lost.start() && kept.start());
    SwitchingPort port(lost);
    LogServer wrong(port.url());
    wrong.start();
    addOrder(lost, 1);
    QTRY_COMPARE(wrong.orders(), 1);
    checkpointed(wrong);
    replicate(kept, lost);
    kept.command(words("REPLICAOF NO ONE"));
    kept.command(words("DEL pressboard:writer"));
    LogServer right(kept);
    right.start();
    QTRY_VERIFY(right.keeper.isCurrent());
    const QString epoch = wrong.epoch();
    QCOMPARE(right.epoch(), epoch);

    const StreamId twice{std::max(wrong.log.position(), right.log.position()).ms + 1'000, 7};
    addOrder(lost, 2, 1, twice.toString());
    addOrder(kept, 3, 1, twice.toString());
    QTRY_VERIFY(wrong.log.book().order(2) && right.log.book().order(3));
    QCOMPARE(wrong.log.position(), right.log.position());
    checkpointed(wrong);
    checkpointed(right);

    port.leadTo(kept); // it has healed
    for (redis::Connection *connection : {&wrong.reading, &wrong.commands}) {
        connection->close();
        connection->open();
    }
    QTRY_VERIFY(wrong.epoch() != epoch);
    QTRY_COMPARE(right.epoch(), wrong.epoch());
    QTRY_VERIFY(wrong.keeper.isCurrent() && right.keeper.isCurrent());
    QTRY_VERIFY(wrong.log.book() == right.log.book());
    QVERIFY(wrong.log.book().order(3) && !wrong.log.book().order(2));
    QVERIFY(freshBook(kept) == right.log.book());
}

/// A proxy leads the connection that reads to another Redis than the one that asks.
void TestKeeperSwapped::readsFromNoOtherRedis()
{
    RedisFixture other;
    QVERIFY(other.start());
    writeOrders(1);
    addOrder(other, 7);
    const QByteArray epoch = m_redis->command(words("GET pressboard:epoch"));
    other.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QString::fromLatin1(epoch)});
    const SystemClock clock;
    redis::Connection reading(*redis::Endpoint::parse(other.url()), QStringLiteral("test:read"));
    redis::Connection commands(*redis::Endpoint::parse(m_redis->url()), QStringLiteral("test:log"));
    EventLog log(1 << 20, {});
    LogKeeper keeper(reading, commands, log, clock, LogServer::hurried());
    QSignalSpy connected(&reading, &redis::Connection::becameReady);
    QSignalSpy lost(&keeper, &LogKeeper::sourceLost);
    reading.open();
    commands.open();
    keeper.start();
    QTRY_VERIFY(lost.size() >= 2 && connected.size() >= 2);
    QVERIFY(log.book().order(1));
    QVERIFY(!log.book().order(7));
    QCOMPARE(log.book().epoch.toLatin1(), epoch);
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), epoch);
}

void TestKeeperSwapped::goesOnWhenItsEntryIsTrimmed()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    QSignalSpy seen(&server.keeper, &LogKeeper::checkpointSeen);
    QTRY_VERIFY(!seen.isEmpty()); // it has counted the entries
    m_redis->command(words("XTRIM pressboard:events MAXLEN = 0"));
    seen.clear();
    QTRY_VERIFY(!seen.isEmpty());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    addOrder(*m_redis, 3);
    QTRY_COMPARE(server.orders(), 3);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
}

void TestKeeperSwapped::goesOnWhenItsEntryIsDeleted()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    QSignalSpy seen(&server.keeper, &LogKeeper::checkpointSeen);
    QTRY_VERIFY(!seen.isEmpty());
    const QString id = server.log.position().toString();
    m_redis->command({QStringLiteral("XDEL"), QStringLiteral("pressboard:events"), id});
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
}

/// In one moment: the deletion is never seen with our place at the end.
void TestKeeperSwapped::goesOnWhenItsEntryIsDeletedWhileOthersCome()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    QSignalSpy seen(&server.keeper, &LogKeeper::checkpointSeen);
    QTRY_VERIFY(!seen.isEmpty());
    const QString lua = QStringLiteral(
        "redis.call('XDEL', 'pressboard:events', ARGV[1]) for id = 2, 4 do "
        "redis.call('XADD', 'pressboard:events', '*', 'type', 'order_notification', 'data', "
        "'{\"order_id\":' .. id .. '}') end");
    m_redis->command(
        {QStringLiteral("EVAL"), lua, QStringLiteral("0"), server.log.position().toString()});
    QTRY_COMPARE(server.orders(), 4);
    checkpointed(server);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
}

/// Faster than checkpoints are written: it reads everything, and the book is only old.
void TestKeeperSwapped::goesOnWhileAPublisherTrims()
{
    LogOptions options = LogServer::hurried();
    options.checkpointInterval = std::chrono::milliseconds(300);
    LogServer server(*m_redis, options);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    for (int id = 2; id <= 60; ++id) {
        m_redis->command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                          QStringLiteral("MAXLEN"), QStringLiteral("1"), QStringLiteral("*"),
                          QStringLiteral("type"), QStringLiteral("order_notification"),
                          QStringLiteral("data"), QStringLiteral("{\"order_id\":%1}").arg(id)});
        QTRY_COMPARE(server.orders(), id);
    }
    checkpointed(server);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
    QVERIFY(freshBook(*m_redis) == server.log.book());
}

/// An earlier version wrote it: what stands at its position is ours.
void TestKeeperSwapped::goesOnWithACheckpointThatTellsNoEntry()
{
    writeOrders(1);
    m_redis->command(
        {QStringLiteral("EVAL"),
         QStringLiteral("local meta = redis.call('HGET', 'pressboard:book', 'meta') "
                        "meta = meta:gsub('\"entry\":\"%x+\",', ''):gsub('\"added\":%d+,', '') "
                        "redis.call('HSET', 'pressboard:book', 'meta', meta)"),
         QStringLiteral("0")});
    QVERIFY(!m_redis->command(words("HGET pressboard:book meta")).contains("\"entry\""));
    const QByteArray epoch = m_redis->command(words("GET pressboard:epoch"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.epoch().toLatin1(), epoch);
    QVERIFY(!server.log.place().fingerprint.isEmpty());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    QVERIFY(m_redis->command(words("HGET pressboard:book meta")).contains("\"entry\""));
}

QTEST_GUILESS_MAIN(TestKeeperSwapped)
#include "tst_keeper_swapped.moc"
