// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QTest>

using namespace pressboard::test;

/// `simulate` against Redis; the shop itself is tst_shop's.
class TestSimulateCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void countBoundsTheLiveEvents();
    void cleansUpAtItsEnd();
    void cleansUpWhenStopped();
    void keepLeavesTheOrders();
    void beginsAnewAfterALeftoverShop();
    void saysOnceThatRedisWentAway();
    void refusesALogWithRealOrders();
    void forceMixesThemAllTheSame();
    void sameSeedWritesTheSame();

private:
    qint64 entries() const;
    qint64 deletions() const;
    QByteArray everything() const;

    RedisFixture m_redis;
};

void TestSimulateCommand::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestSimulateCommand::init()
{
    QVERIFY(m_redis.flushAll());
}

qint64 TestSimulateCommand::entries() const
{
    return m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")});
}

QByteArray TestSimulateCommand::everything() const
{
    return m_redis.command({QStringLiteral("XRANGE"), QStringLiteral("pressboard:events"),
                            QStringLiteral("-"), QStringLiteral("+")});
}

qint64 TestSimulateCommand::deletions() const
{
    return everything().count("\"action\":\"deleted\"");
}

static QStringList simulate(const QStringList &more)
{
    return QStringList{QStringLiteral("simulate"), QStringLiteral("--orders"), QStringLiteral("4")}
    + more;
}

static QStringList count(int events)
{
    return {QStringLiteral("--rate"), QStringLiteral("10000"), QStringLiteral("--count"),
            QString::number(events)};
}

/// The shop's clock stands still in a test, so the events of a rate never become due.
static QStringList noEvents()
{
    return count(0);
}

void TestSimulateCommand::countBoundsTheLiveEvents()
{
    QCOMPARE(CtlRun(m_redis, simulate(noEvents() + QStringList{QStringLiteral("--keep")})).end(),
             0);
    const qint64 past = entries();
    QVERIFY(past > 50);
    QVERIFY(m_redis.flushAll());
    CtlRun run(m_redis, simulate(count(25) + QStringList{QStringLiteral("--keep")}));
    run.start();
    QTRY_VERIFY(run.err().contains(QStringLiteral("under way")));
    QCOMPARE(entries(), past);
    run.clock().advance(std::chrono::seconds(1));
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(entries(), past + 25);
}

void TestSimulateCommand::cleansUpAtItsEnd()
{
    CtlRun run(m_redis, simulate(noEvents()));
    QCOMPARE(run.end(), 0);
    QCOMPARE(deletions(), 6); // four that are open, two that were completed
    QVERIFY(run.err().contains(QStringLiteral("gone")));
}

void TestSimulateCommand::cleansUpWhenStopped()
{
    CtlRun run(m_redis, simulate({}));
    run.start();
    QTRY_VERIFY(run.err().contains(QStringLiteral("under way")));
    run.stop();
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(deletions(), 6);
}

void TestSimulateCommand::keepLeavesTheOrders()
{
    QCOMPARE(CtlRun(m_redis, simulate(noEvents() + QStringList{QStringLiteral("--keep")})).end(),
             0);
    QCOMPARE(deletions(), 0);
}

void TestSimulateCommand::beginsAnewAfterALeftoverShop()
{
    const QStringList arguments = simulate(noEvents() + QStringList{QStringLiteral("--keep")});
    QCOMPARE(CtlRun(m_redis, arguments).end(), 0);
    QCOMPARE(CtlRun(m_redis, arguments).end(), 0);
    QCOMPARE(deletions(), 6);
}

void TestSimulateCommand::saysOnceThatRedisWentAway()
{
    CtlRun run(m_redis, simulate(count(100'000)));
    run.start();
    QTRY_VERIFY(run.err().contains(QStringLiteral("under way")));
    m_redis.kill();
    run.clock().advance(std::chrono::seconds(1)); // now a whole window is due
    QCOMPARE(run.waitForEnd(), 1);
    QCOMPARE(run.err().count(QStringLiteral("Redis is away")), 1);
    QVERIFY(m_redis.start());
}

void TestSimulateCommand::refusesALogWithRealOrders()
{
    CtlRun order(m_redis,
                 {QStringLiteral("publish"), QStringLiteral("order_notification"),
                  QStringLiteral("{\"order_id\":7,\"order_no\":\"PO7\"}")});
    QCOMPARE(order.end(), 0);
    CtlRun run(m_redis, simulate(noEvents()));
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().contains(QStringLiteral("real orders (PO7 is one)")));
    QCOMPARE(entries(), 1);
}

void TestSimulateCommand::forceMixesThemAllTheSame()
{
    CtlRun order(m_redis,
                 {QStringLiteral("publish"), QStringLiteral("order_notification"),
                  QStringLiteral("{\"order_id\":7}")});
    QCOMPARE(order.end(), 0);
    CtlRun run(m_redis, simulate(noEvents() + QStringList{QStringLiteral("--force")}));
    QCOMPARE(run.end(), 0);
    QCOMPARE(deletions(), 6); // the real one stays
}

void TestSimulateCommand::sameSeedWritesTheSame()
{
    const auto datas = [this](int seed) {
        m_redis.flushAll();
        CtlRun run(m_redis,
                   simulate(noEvents()
                            + QStringList{QStringLiteral("--keep"), QStringLiteral("--seed"),
                                          QString::number(seed), QStringLiteral("--start"),
                                          QStringLiteral("2026-11-23 10:34")}));
        run.end();
        QByteArrayList written;
        for (const QByteArray &line : everything().split('\n')) {
            if (line.startsWith('{'))
                written.append(line);
        }
        return written;
    };
    const QByteArrayList once = datas(5);
    QVERIFY(once.size() > 50);
    QCOMPARE(datas(5), once);
    QVERIFY(datas(6) != once);
}

QTEST_GUILESS_MAIN(TestSimulateCommand)
#include "tst_simulate_command.moc"
