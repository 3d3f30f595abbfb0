// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QTest>

using namespace pressboard::test;

/// `reset` and `new-log`; what they do to the log in every case is tst_maintenance's.
class TestMaintenanceCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void resetWantsYes();
    void resetEmptiesTheLog();
    void newLogKeepsTheOrders();

private:
    RedisFixture m_redis;
};

void TestMaintenanceCommands::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestMaintenanceCommands::init()
{
    QVERIFY(m_redis.flushAll());
    CtlRun run(m_redis,
               {QStringLiteral("publish"), QStringLiteral("order_notification"),
                QStringLiteral("{\"order_id\":7}")});
    QCOMPARE(run.end(), 0);
}

void TestMaintenanceCommands::resetWantsYes()
{
    CtlRun run(m_redis, {QStringLiteral("reset")});
    QCOMPARE(run.end(), 2);
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 1);
}

void TestMaintenanceCommands::resetEmptiesTheLog()
{
    CtlRun run(m_redis, {QStringLiteral("reset"), QStringLiteral("--yes")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 0);
    QVERIFY(run.out().contains(QString::fromUtf8(
        m_redis.command({QStringLiteral("GET"), QStringLiteral("pressboard:epoch")}))));
}

void TestMaintenanceCommands::newLogKeepsTheOrders()
{
    CtlRun run(m_redis, {QStringLiteral("new-log")});
    QCOMPARE(run.end(), 0);
    QVERIFY(run.out().contains(QStringLiteral("pressboard:events:2026-11-23")));
    QCOMPARE(
        m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events:2026-11-23")}),
        1);
    QCOMPARE(m_redis.number({QStringLiteral("HEXISTS"), QStringLiteral("pressboard:book"),
                             QStringLiteral("order:7")}),
             1);
}

QTEST_GUILESS_MAIN(TestMaintenanceCommands)
#include "tst_maintenance_commands.moc"
