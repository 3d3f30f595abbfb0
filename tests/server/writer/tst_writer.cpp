// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

#include <QRandomGenerator>
#include <QTimer>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// The book as a server that starts now would know it, read from the checkpoint alone.
StoredBook readBook(const RedisFixture &redis)
{
    redis::Connection connection(redis::Endpoint::parse(redis.url()).value(),
                                 QStringLiteral("test:book"));
    connection.open();
    StoredBook stored;
    bool read = false;
    QObject::connect(&connection, &redis::Connection::becameReady, &connection, [&] {
        connection.command({"HGETALL", "pressboard:book"}, &connection,
                           [&](const redis::Reply &reply) {
                               const auto found = StoredBook::fromReply(reply);
                               if (found && found.value())
                                   stored = *found.value();
                               read = true;
                           });
    });
    [&] { QTRY_VERIFY(read); }();
    return stored;
}

} // namespace

/// The one server that writes the checkpoint.
class TestWriter : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheBookDown();
    void deletesWhatWasDeleted();
    void isOneOfMany();
    void takesOverALeaseWithoutEnd();
    void handsOverToTheNext();
    void writesNothingWithoutTheLease();
    void writesNothingUnderAnotherEpoch();
    void writesNothingIntoAnotherLog();
    void writesOnlyForward();
    void writesAWholeBookWhereThereIsNone();
    void writesALargeBookWhileItChanges();
    void survivesAKillAtAnyPoint();
    void survivesRedisKilledAtAnyPoint();
    void writesAtItsStop();
    void stopsUnderASteadyStream();
};

void TestWriter::writesTheBookDown()
{
    LogServer server(*m_redis);
    server.start();
    for (int i = 1; i <= 20; ++i)
        addOrder(*m_redis, 1 + i % 6, 1 + i % 4);
    QTRY_COMPARE(server.orders(), 6);
    QTRY_VERIFY(isWritten(server));
    const StoredBook stored = readBook(*m_redis);
    QVERIFY(stored.book == server.log.book());
    QCOMPARE(stored.steadySince, server.log.steadySince());
}

void TestWriter::deletesWhatWasDeleted()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    QTRY_VERIFY(isWritten(server));
    m_redis->command(words("XADD pressboard:events * type order_notification data "
                           "{\"order_id\":1,\"action\":\"deleted\"}"));
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 0);
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:book order:2")), 1);
}

void TestWriter::isOneOfMany()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    QTRY_VERIFY(one.writer.holdsLease() || two.writer.holdsLease());
    addOrder(*m_redis, 1);
    QTRY_VERIFY(one.orders() == 1 && two.orders() == 1);
    QVERIFY(one.writer.holdsLease() != two.writer.holdsLease());
}

void TestWriter::takesOverALeaseWithoutEnd()
{
    m_redis->command(words("SET pressboard:writer by-hand"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(!server.writer.holdsLease()); // it may still be somebody's
    QTRY_VERIFY(server.writer.holdsLease());
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
}

void TestWriter::handsOverToTheNext()
{
    LogServer one(*m_redis);
    one.start();
    QTRY_VERIFY(one.writer.holdsLease());
    LogServer two(*m_redis);
    two.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(two.orders(), 1);
    QTRY_VERIFY(isWritten(one));
    bool stopped = false;
    one.writer.stop([&] { stopped = true; });
    QTRY_VERIFY(stopped);
    one.keeper.stop();

    QSignalSpy wasReset(&two.log, &EventLog::wasReset);
    QTRY_VERIFY(two.writer.holdsLease());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(two.orders(), 2);
    QTRY_VERIFY(isWritten(two));
    QCOMPARE(wasReset.size(), 0); // it goes on from the other's checkpoint
    QVERIFY(readBook(*m_redis).book == two.log.book());
}

/// A writer that was paused while another took the lease: it believes that it holds it.
void TestWriter::writesNothingWithoutTheLease()
{
    auto options = LogServer::hurried();
    options.leaseTime = 1h;
    LogServer paused(*m_redis, options);
    paused.start();
    QTRY_VERIFY(paused.writer.holdsLease());
    QTRY_VERIFY(isWritten(paused));
    m_redis->command(words("SET pressboard:writer somebody-else"));
    const QByteArray meta = m_redis->command(words("HGET pressboard:book meta"));
    const qint64 entries = m_redis->number(words("XLEN pressboard:events"));
    m_redis->command(words("XADD pressboard:events * type order_notification data broken"));
    addOrder(*m_redis, 1);
    QTRY_COMPARE(paused.orders(), 1);
    QTRY_VERIFY(!paused.writer.holdsLease());
    QCOMPARE(m_redis->command(words("HGET pressboard:book meta")), meta);
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 0);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), entries + 2);
    QCOMPARE(m_redis->number(words("EXISTS pressboard:rejected")), 0);
    QCOMPARE(m_redis->command(words("GET pressboard:writer")), QByteArray("somebody-else"));
}

void TestWriter::writesNothingUnderAnotherEpoch()
{
    SystemClock clock;
    LogServer server(*m_redis);
    server.start(false); // the keeper alone: nothing happens by itself
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    Lease lease(server.commands, {}, clock, 1h);
    lease.keep();
    QTRY_VERIFY(lease.isHeld());
    Checkpoint checkpoint(server.commands, {}, server.log, lease);
    QSignalSpy refused(&checkpoint, &Checkpoint::refused);
    server.keeper.stop();
    m_redis->command(words("SET pressboard:epoch another"));
    checkpoint.write();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toBool(), true);
    QCOMPARE(m_redis->number(words("EXISTS pressboard:book")), 0);
}

/// The log has our position, but not what stood there when we read it.
void TestWriter::writesNothingIntoAnotherLog()
{
    SystemClock clock;
    LogServer server(*m_redis);
    server.start(false);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    Lease lease(server.commands, {}, clock, 1h);
    lease.keep();
    QTRY_VERIFY(lease.isHeld());
    Checkpoint checkpoint(server.commands, {}, server.log, lease);
    QSignalSpy refused(&checkpoint, &Checkpoint::refused);
    server.keeper.stop();
    const QString id = server.log.position().toString();
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 7, 1, id);
    checkpoint.write();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toBool(), true);
    QCOMPARE(m_redis->number(words("EXISTS pressboard:book")), 0);
}

void TestWriter::writesOnlyForward()
{
    SystemClock clock;
    LogServer behind(*m_redis);
    behind.start(false);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(behind.orders(), 1);
    behind.keeper.stop(); // it reads no further
    {
        LogServer ahead(*m_redis);
        ahead.start();
        addOrder(*m_redis, 2);
        QTRY_COMPARE(ahead.orders(), 2);
        QTRY_VERIFY(isWritten(ahead));
        bool stopped = false;
        ahead.writer.stop([&] { stopped = true; });
        QTRY_VERIFY(stopped);
    }
    Lease lease(behind.commands, {}, clock, 1h);
    lease.keep();
    QTRY_VERIFY(lease.isHeld());
    Checkpoint checkpoint(behind.commands, {}, behind.log, lease);
    QSignalSpy refused(&checkpoint, &Checkpoint::refused);
    const QByteArray meta = m_redis->command(words("HGET pressboard:book meta"));
    checkpoint.write();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(m_redis->command(words("HGET pressboard:book meta")), meta);
}

void TestWriter::writesAWholeBookWhereThereIsNone()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
    const QString epoch = server.epoch();
    m_redis->command(words("DEL pressboard:book"));
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    QTRY_COMPARE(m_redis->number(words("HLEN pressboard:book")), 3);
    QCOMPARE(server.epoch(), epoch);
}

/// Large enough for several slices; meanwhile orders come, change and go.
void TestWriter::writesALargeBookWhileItChanges()
{
    const QString lua = QStringLiteral(R"(
        for id = ARGV[1], ARGV[2] do
            redis.call('XADD', 'pressboard:events', '*', 'type', 'order_notification', 'data',
                       cjson.encode({order_id = id, action = ARGV[3], note = ARGV[3] .. id}))
        end)");
    const auto write = [&](const QString &action, int first, int last) {
        m_redis->command(
            {u"EVAL"_qs, lua, u"0"_qs, QString::number(first), QString::number(last), action});
    };
    write(u"created"_qs, 1, 3000);
    LogServer server(*m_redis);
    server.start();
    QSignalSpy checkpointed(&server.writer, &Writer::checkpointed);
    for (int round = 1; round <= 5; ++round) {
        write(u"created"_qs, 3000 + 100 * round, 3099 + 100 * round);
        write(u"updated"_qs, 500 * round, 500 * round + 200);
        write(u"deleted"_qs, 500 * round - 100, 500 * round);
        QVERIFY(checkpointed.wait());
    }
    QTRY_VERIFY(server.keeper.isCurrent() && isWritten(server));
    QVERIFY(readBook(*m_redis).book == server.log.book());
}

/// Wherever a server dies, checkpoint and log together give the next one the same book.
void TestWriter::survivesAKillAtAnyPoint()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int life = 0; life < 8; ++life) {
        LogServer server(*m_redis);
        server.start();
        const int events = 1 + int(random.bounded(25));
        for (int i = 0; i < events; ++i) {
            addOrder(*m_redis, 1 + random.bounded(12), 1 + int(random.bounded(4)));
            QCoreApplication::processEvents();
        }
        // Dies here: no stop(), no last checkpoint.
    }
    LogServer survivor(*m_redis);
    survivor.start(false);
    QTRY_VERIFY(survivor.keeper.isCurrent());

    // From the very first entry, by the log alone.
    m_redis->command(words("DEL pressboard:book"));
    LogServer replay(*m_redis);
    replay.start(false);
    QTRY_VERIFY(replay.keeper.isCurrent());
    QTRY_COMPARE(survivor.log.position(), replay.log.position());
    QVERIFY(survivor.log.book() == replay.log.book());
}

void TestWriter::survivesRedisKilledAtAnyPoint()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const QString epoch = server.epoch();
    int orders = 0;
    for (int life = 0; life < 4; ++life) {
        const int events = 1 + int(random.bounded(20));
        for (int i = 0; i < events; ++i) {
            QVERIFY(StreamId::parse(QByteArrayView(addOrder(*m_redis, ++orders))));
            QCoreApplication::processEvents();
        }
        QVERIFY(m_redis->restart());
    }
    QTRY_COMPARE(server.orders(), orders);
    QTRY_VERIFY(isWritten(server));
    QCOMPARE(server.epoch(), epoch); // Redis kept what it had acknowledged
    QVERIFY(readBook(*m_redis).book == server.log.book());
}

void TestWriter::writesAtItsStop()
{
    auto options = LogServer::hurried();
    options.checkpointInterval = 1h;
    LogServer server(*m_redis, options);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(server.writer.holdsLease());
    QCOMPARE(m_redis->number(words("EXISTS pressboard:book")), 0);
    bool stopped = false;
    server.writer.stop([&] { stopped = true; });
    QTRY_VERIFY(stopped);
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 1);
    QTRY_COMPARE(m_redis->number(words("EXISTS pressboard:writer")), 0);
}

/// There is always something new: the one checkpoint under way, and one more.
void TestWriter::stopsUnderASteadyStream()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
    QTimer stream;
    connect(&stream, &QTimer::timeout, this, [&] { addOrder(*m_redis, 2); });
    stream.start(0);
    int checkpoints = 0;
    connect(&server.writer, &Writer::checkpointed, this, [&] { ++checkpoints; });
    QTRY_VERIFY(checkpoints >= 3); // and the next one is about to be written
    const int before = checkpoints;
    bool stopped = false;
    server.writer.stop([&] { stopped = true; });
    QTRY_VERIFY(stopped);
    QVERIFY2(checkpoints - before <= 2, qPrintable(QString::number(checkpoints - before)));
    QTRY_COMPARE(m_redis->number(words("EXISTS pressboard:writer")), 0);
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
