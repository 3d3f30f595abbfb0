// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_clock.h"
#include "tests/server/follower/keeper_test.h"
#include "tests/support/manual_clock.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// What else only the writer does: trims, marks the days, retires, rejects.
class TestWriterDuties : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void trimsBehindTheCheckpoint();
    void trimsByBytes();
    void keepsTheCheckpointsOwnEntry();
    void marksTheShopsDay();
    void marksEachStepOnce();
    void marksTheDayAgainAfterAHandThatWasWrong();
    void marksTheDayAgainAfterAClockThatWasWrong();
    void retiresFinishedOrders();
    void retiresNothingByAClockThatIsWrong();
    void cutsALeaseThatIsTooLong_data();
    void cutsALeaseThatIsTooLong();
    void writesDownWhatWasRejectedOnce();
    void writesDownWhatWasHeardEachTime();
    void appendsOnlyAsTheWriter();
};

void TestWriterDuties::trimsBehindTheCheckpoint()
{
    auto options = LogServer::hurried();
    options.retainEvents = 10;
    LogServer server(*m_redis, options);
    server.start();
    for (int i = 0; i < 40; ++i)
        addOrder(*m_redis, 1 + i % 5, 1 + i % 4);
    QTRY_COMPARE(server.orders(), 5);
    QTRY_VERIFY(isWritten(server) && m_redis->number(words("XLEN pressboard:events")) == 10);

    LogServer next(*m_redis, options);
    next.start(false);
    QTRY_VERIFY(next.keeper.isCurrent());
    QVERIFY(next.log.book() == server.log.book());
}

/// Few entries, and large ones: the memory they take counts, too.
void TestWriterDuties::trimsByBytes()
{
    auto options = LogServer::hurried();
    options.retainBytes = 100'000;
    LogServer server(*m_redis, options);
    server.start();
    const QString large = QStringLiteral("{\"order_id\":1,\"x\":\"%1\"}").arg(QString(5000, u'x'));
    for (int i = 0; i < 100; ++i) {
        m_redis->command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                          QStringLiteral("*"), QStringLiteral("type"),
                          QStringLiteral("order_notification"), QStringLiteral("data"), large});
    }
    const auto bytes = [this] { return m_redis->number(words("MEMORY USAGE pressboard:events")); };
    QVERIFY(bytes() > options.retainBytes);
    addOrder(*m_redis, 2); // something to checkpoint, after which it trims
    QTRY_VERIFY(isWritten(server) && bytes() <= options.retainBytes);
    QVERIFY(m_redis->number(words("XLEN pressboard:events")) >= 10);
}

void TestWriterDuties::keepsTheCheckpointsOwnEntry()
{
    auto options = LogServer::hurried();
    options.retainEvents = 0;
    LogServer server(*m_redis, options);
    server.start();
    for (int i = 0; i < 20; ++i)
        addOrder(*m_redis, 1);
    QTRY_COMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
    QTRY_VERIFY(isWritten(server));
    QVERIFY(m_redis->command(words("XRANGE pressboard:events - +"))
                .startsWith(server.log.position().toBytes()));
}

void TestWriterDuties::marksTheShopsDay()
{
    ManualClock clock;
    auto options = LogServer::hurried();
    options.timezone = QTimeZone("Asia/Shanghai");
    options.dayStart = 6h;
    options.leaseTime = 1h; // the clock stands still
    LogServer server(*m_redis, options, &clock);
    addOrder(*m_redis, 1);
    server.start();
    QTRY_VERIFY(server.log.book().day.date.isValid());
    const QDate first = server.log.book().day.date;
    QCOMPARE(first, dateAt(clock.now() - 6h, options.timezone));
    QCOMPARE(server.log.book().day.stats.totalOrders, 1);

    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    clock.advance(24h);
    QTRY_COMPARE(server.log.book().day.date, first.addDays(1));
    QCOMPARE(server.log.book().day.stats.totalOrders, 2);
}

void TestWriterDuties::marksEachStepOnce()
{
    ManualClock clock;
    auto options = LogServer::hurried();
    options.leaseTime = 100h;
    LogServer server(*m_redis, options, &clock);
    server.start();
    QTRY_VERIFY(server.log.book().day.date.isValid());
    QTRY_VERIFY(isWritten(server));
    const qint64 entries = m_redis->number(words("XLEN pressboard:events"));
    clock.jump(-24h); // a date that has no mark yet
    clock.advance(1min);
    QTRY_COMPARE(m_redis->number(words("XLEN pressboard:events")), entries + 1);
    clock.jump(24h); // and back: the book must not stay at yesterday
    clock.advance(1min);
    QTRY_COMPARE(m_redis->number(words("XLEN pressboard:events")), entries + 2);
    QTRY_COMPARE(server.log.book().day.date, dateAt(clock.now(), options.timezone));
    clock.jump(-24h); // to and fro again: each step has its mark
    clock.advance(1min);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), entries + 3);
}

void TestWriterDuties::marksTheDayAgainAfterAHandThatWasWrong()
{
    ManualClock clock;
    auto options = LogServer::hurried();
    options.leaseTime = 100h;
    LogServer server(*m_redis, options, &clock);
    server.start();
    const QDate today = dateAt(clock.now(), options.timezone);
    QTRY_COMPARE(server.log.book().day.date, today);
    m_redis->command(words("XADD pressboard:events * type pressboard.day data "
                           "{\"date\":\"2001-02-03\",\"stats\":{}}"));
    QTRY_COMPARE(server.log.book().day.date, QDate(2001, 2, 3));
    clock.advance(1min);
    QTRY_COMPARE(server.log.book().day.date, today);
}

void TestWriterDuties::marksTheDayAgainAfterAClockThatWasWrong()
{
    ManualClock clock;
    auto options = LogServer::hurried();
    options.leaseTime = 100h;
    LogServer server(*m_redis, options, &clock);
    clock.jump(24h * 365);
    server.start();
    QTRY_VERIFY(server.log.book().day.date.isValid());
    clock.jump(-24h * 365);
    clock.advance(1min);
    QTRY_COMPARE(server.log.book().day.date, dateAt(clock.now(), options.timezone));
}

void TestWriterDuties::retiresFinishedOrders()
{
    ManualClock clock(SystemClock().now());
    auto options = LogServer::hurried();
    options.leaseTime = 1h;
    options.retainOrdersDays = 90;
    LogServer server(*m_redis, options, &clock);
    server.start();
    addOrder(*m_redis, 1, 3);
    addOrder(*m_redis, 2, 4);
    addOrder(*m_redis, 3, 2);
    QTRY_COMPARE(server.orders(), 3);
    clock.jump(24h * 89);
    clock.advance(2min);
    QTRY_COMPARE(server.log.book().day.date, dateAt(clock.now(), options.timezone));
    QCOMPARE(server.orders(), 3);
    clock.jump(24h * 2);
    clock.advance(2min);
    QTRY_COMPARE(server.orders(), 1);
    QVERIFY(server.log.book().order(3));
    QCOMPARE(server.log.book().retired.total, 2);
    QCOMPARE(server.log.book().retired.completed, 1);
}

/// What is retired does not come back: the machine's clock is a hundred days ahead of Redis'.
void TestWriterDuties::retiresNothingByAClockThatIsWrong()
{
    ManualClock machine(SystemClock().now() + 24h * 100);
    LogClock clock(machine);
    auto options = LogServer::hurried();
    options.leaseTime = 1h;
    LogServer server(*m_redis, options, &clock);
    connect(&server.keeper, &LogKeeper::timeTold, this, [&](Moment now) { clock.adopt(now); });
    server.writer.setMayRetire([&] { return !clock.isDoubtful(); });
    server.start();
    addOrder(*m_redis, 1, 3);
    QTRY_COMPARE(server.orders(), 1);
    machine.advance(2min); // every duty is due
    checkpointed(server);
    QCOMPARE(server.log.book().day.date, dateAt(SystemClock().now(), options.timezone));
    QCOMPARE(server.orders(), 1);
    QVERIFY(clock.isDoubtful());
    QVERIFY(!m_redis->command(words("XRANGE pressboard:events - +")).contains("retire"));
}

void TestWriterDuties::cutsALeaseThatIsTooLong_data()
{
    QTest::addColumn<QString>("lease");
    QTest::newRow("written by a clock that was a day ahead")
        << QStringLiteral("SET pressboard:writer x PX 86400000");
    QTest::newRow("written by hand") << QStringLiteral("SET pressboard:writer x");
}

void TestWriterDuties::cutsALeaseThatIsTooLong()
{
    QFETCH(QString, lease);
    m_redis->command(lease.split(u' '));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.writer.holdsLease());
}

void TestWriterDuties::writesDownWhatWasRejectedOnce()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    const QByteArray id =
        m_redis->command(words("XADD pressboard:events * type order_notification data broken"));
    QTRY_COMPARE(m_redis->number(words("XLEN pressboard:rejected")), 1);
    const QByteArray entry = m_redis->command(words("XRANGE pressboard:rejected - +"));
    QVERIFY(entry.contains(id));
    QVERIFY(entry.contains("broken"));

    // Read again by a server that starts from the log's beginning.
    one.keeper.stop();
    two.keeper.stop();
    m_redis->command(words("DEL pressboard:book pressboard:writer"));
    LogServer three(*m_redis);
    three.start();
    QTRY_COMPARE(three.keeper.rejectedCount(), 1u);
    QTRY_VERIFY(isWritten(three));
    QCOMPARE(m_redis->number(words("XLEN pressboard:rejected")), 1);
}

void TestWriterDuties::writesDownWhatWasHeardEachTime()
{
    LogServer server(*m_redis);
    server.start();
    server.writer.reject(QStringLiteral("nobody writes yet"), "x");
    QTRY_VERIFY(server.writer.holdsLease());
    server.writer.reject(QStringLiteral("not valid JSON"), "{");
    server.writer.reject(QStringLiteral("not valid JSON"), "{");
    QTRY_COMPARE(m_redis->number(words("XLEN pressboard:rejected")), 2);
    QVERIFY(m_redis->command(words("XRANGE pressboard:rejected - +")).contains("not valid JSON"));
}

void TestWriterDuties::appendsOnlyAsTheWriter()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    QTRY_VERIFY(one.keeper.isCurrent() && two.keeper.isCurrent());
    QTRY_VERIFY(one.writer.holdsLease() || two.writer.holdsLease());
    Event event;
    event.type = event_type::order;
    event.data = {{QStringLiteral("order_id"), 5}};
    int stored = 0;
    int refused = 0;
    const auto count = [&](const Result<StreamId> &result) { ++(result ? stored : refused); };
    one.writer.append(event, count); // both heard it
    two.writer.append(event, count);
    QTRY_COMPARE(stored + refused, 2);
    QCOMPARE(stored, 1);
    QTRY_COMPARE(one.orders(), 1);
}

QTEST_GUILESS_MAIN(TestWriterDuties)
#include "tst_writer_duties.moc"
