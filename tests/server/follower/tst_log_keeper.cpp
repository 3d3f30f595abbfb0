// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

class TestLogKeeper : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void beginsAnEmptyLog();
    void readsWhatIsThere();
    void followsWhatComes();
    void skipsWhatCannotBeRead();
    void loadsTheCheckpointAndReadsOn();
    void resumesOverARestart();
    void fillsTheRestOfTheHistoryAfterALoss();
    void agreesWithAnotherServer();
};

void TestLogKeeper::beginsAnEmptyLog()
{
    LogServer server(*m_redis);
    QSignalSpy current(&server.keeper, &LogKeeper::becameCurrent);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QVERIFY(!server.keeper.isCurrent());
    server.start(false);
    QTRY_COMPARE(current.size(), 1);
    QVERIFY(server.keeper.isCurrent());
    QCOMPARE(live.size(), 1);
    QVERIFY(!server.epoch().isEmpty());
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    QVERIFY(server.log.ring().after({}));
    QVERIFY(server.keeper.problems().isEmpty());
}

void TestLogKeeper::readsWhatIsThere()
{
    for (int i = 1; i <= 5; ++i)
        addOrder(*m_redis, i);
    LogServer server(*m_redis);
    server.start(false);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 5);
}

void TestLogKeeper::followsWhatComes()
{
    LogServer server(*m_redis);
    server.start(false);
    QTRY_VERIFY(server.keeper.isCurrent());
    const QByteArray id = addOrder(*m_redis, 1);
    QTRY_COMPARE(server.log.position().toBytes(), id);
    QCOMPARE(server.orders(), 1);
}

void TestLogKeeper::skipsWhatCannotBeRead()
{
    LogServer server(*m_redis);
    QSignalSpy rejected(&server.keeper, &LogKeeper::rejected);
    server.start(false);
    const QByteArray id =
        m_redis->command(words("XADD pressboard:events * type order_notification data not-json"));
    QTRY_COMPARE(server.log.position().toBytes(), id);
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(server.keeper.rejectedCount(), 1u);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
}

void TestLogKeeper::loadsTheCheckpointAndReadsOn()
{
    LogServer before(*m_redis);
    before.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(before.orders(), 1);
    checkpointed(before);
    before.keeper.stop(); // and so does its writer
    addOrder(*m_redis, 2);
    addOrder(*m_redis, 1, 2);

    LogServer after(*m_redis);
    after.start(false);
    QTRY_VERIFY(after.keeper.isCurrent());
    QCOMPARE(after.epoch(), before.epoch());
    QCOMPARE(after.orders(), 2);
    QCOMPARE(after.log.book().order(1)->status, OrderStatus::Processing);
    QCOMPARE(after.log.book().day, before.log.book().day);
}

void TestLogKeeper::resumesOverARestart()
{
    LogServer before(*m_redis);
    before.start();
    QTRY_VERIFY(before.keeper.isCurrent());
    const auto away = StreamId::parse(QByteArrayView(addOrder(*m_redis, 1)));
    for (int i = 0; i < 30; ++i)
        addOrder(*m_redis, 1 + i % 7, 1 + i % 4);
    m_redis->command(words("XADD pressboard:events * type x data broken"));
    QTRY_COMPARE(before.keeper.rejectedCount(), 1u);
    checkpointed(before);
    before.keeper.stop();
    addOrder(*m_redis, 100);

    LogServer after(*m_redis);
    after.start(false);
    QTRY_VERIFY(after.keeper.isCurrent());
    const auto cursor = after.log.ring().after(*away);
    QVERIFY(cursor);
    // All that came since, silent ones included, in order and byte by byte as the first server
    // made them.
    auto then = *before.log.ring().after(*away);
    auto now = *cursor;
    for (; then < before.log.ring().end(); ++then, ++now) {
        QCOMPARE(after.log.ring().at(now).id, before.log.ring().at(then).id);
        QCOMPARE(after.log.ring().at(now).text, before.log.ring().at(then).text);
    }
    QCOMPARE(now + 1, after.log.ring().end());
    QVERIFY(after.log.ring().after({})); // nothing was ever trimmed
}

void TestLogKeeper::fillsTheRestOfTheHistoryAfterALoss()
{
    constexpr int entries = 12 * HistoryFiller::page;
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("for i = 1, tonumber(ARGV[1]) do redis.call('XADD', "
                                     "'pressboard:events', '*', 'type', 'order_notification', "
                                     "'data', '{\"order_id\":1}') end"),
                      QStringLiteral("0"), QString::number(entries)});
    {
        LogServer first(*m_redis);
        first.start();
        QTRY_VERIFY(first.keeper.isCurrent());
        checkpointed(first);
    }
    const auto all = quint64(m_redis->number(words("XLEN pressboard:events")));
    LogServer second(*m_redis);
    second.start(false);
    const Ring &ring = second.log.ring();
    while (ring.first() == ring.end())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    second.commands.close();
    const Ring::Serial filled = ring.end() - ring.first();
    QVERIFY(filled > 0 && filled < all);
    second.commands.open();
    QTRY_VERIFY(second.keeper.isCurrent());
    QVERIFY(ring.after({})); // nothing was ever trimmed
    QCOMPARE(ring.end() - ring.first(), all);
    for (auto serial = ring.first() + 1; serial < ring.end(); ++serial)
        QVERIFY(ring.at(serial - 1).id < ring.at(serial).id);
}

void TestLogKeeper::agreesWithAnotherServer()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    for (int i = 0; i < 50; ++i)
        addOrder(*m_redis, 1 + i % 9, 1 + i % 4);
    QTRY_COMPARE(one.orders(), 9);
    checkpointed(one.writer.holdsLease() ? one : two);
    QTRY_COMPARE(one.log.position(), two.log.position());
    QVERIFY(one.log.book() == two.log.book());

    LogServer three(*m_redis);
    three.start(false);
    QTRY_VERIFY(three.keeper.isCurrent());
    QTRY_COMPARE(three.log.position(), one.log.position());
    QVERIFY(three.log.book() == one.log.book());
}

QTEST_GUILESS_MAIN(TestLogKeeper)
#include "tst_log_keeper.moc"
