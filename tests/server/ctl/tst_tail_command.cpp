// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QTest>

using namespace pressboard::test;

class TestTailCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void showsWhatIsThereAfterAPosition();
    void showsOnlyWhatComesNow();
    void goesOnOverARestartOfRedis();
    void saysWhenTheLogIsNoStream();

private:
    void publish(const QString &message);

    RedisFixture m_redis;
};

void TestTailCommand::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestTailCommand::init()
{
    QVERIFY(m_redis.flushAll());
}

void TestTailCommand::publish(const QString &message)
{
    m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                     QStringLiteral("*"), QStringLiteral("type"),
                     QStringLiteral("general_notification"), QStringLiteral("data"),
                     QStringLiteral("{\"message\":\"%1\"}").arg(message)});
}

void TestTailCommand::showsWhatIsThereAfterAPosition()
{
    for (const char *id : {"5-1", "5-2", "5-3"}) {
        m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                         QString::fromLatin1(id), QStringLiteral("type"),
                         QStringLiteral("order_notification"), QStringLiteral("data"),
                         QString::fromLatin1(id) == QStringLiteral("5-3")
                             ? QStringLiteral("{}")
                             : QStringLiteral("{\"order_id\":7}")});
    }
    CtlRun run(m_redis, {QStringLiteral("tail"), QStringLiteral("--from"), QStringLiteral("5-1")});
    run.start();
    QTRY_COMPARE(run.out().count(u'\n'), 2);
    QVERIFY(run.out().contains(QStringLiteral("5-2  order_notification")));
    QVERIFY(run.out().contains(QStringLiteral("5-3  REJECTED  order_id: found nothing")));
    run.stop();
    QCOMPARE(run.waitForEnd(), 0);
}

void TestTailCommand::showsOnlyWhatComesNow()
{
    publish(QStringLiteral("before"));
    CtlRun run(m_redis, {QStringLiteral("tail")});
    run.start();
    // It waits inside XREAD once Redis knows a blocked client.
    QTRY_VERIFY(m_redis.command({QStringLiteral("INFO"), QStringLiteral("clients")})
                    .contains("blocked_clients:1"));
    publish(QStringLiteral("now"));
    QTRY_VERIFY(run.out().contains(QStringLiteral("now")));
    QVERIFY(!run.out().contains(QStringLiteral("before")));
    run.stop();
    QCOMPARE(run.waitForEnd(), 0);
}

void TestTailCommand::goesOnOverARestartOfRedis()
{
    CtlRun run(m_redis, {QStringLiteral("tail"), QStringLiteral("--from"), QStringLiteral("0-0")});
    run.start();
    publish(QStringLiteral("one"));
    QTRY_VERIFY(run.out().contains(QStringLiteral("one")));
    m_redis.kill();
    QTRY_VERIFY(run.err().contains(QStringLiteral("Redis is away")));
    QVERIFY(m_redis.start());
    publish(QStringLiteral("two"));
    QTRY_VERIFY_WITH_TIMEOUT(run.out().contains(QStringLiteral("two")), 30'000);
    QCOMPARE(run.out().count(QStringLiteral("one")), 1);
    run.stop();
    QCOMPARE(run.waitForEnd(), 0);
}

void TestTailCommand::saysWhenTheLogIsNoStream()
{
    m_redis.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:events"), QStringLiteral("x")});
    CtlRun run(m_redis, {QStringLiteral("tail")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().contains(QStringLiteral("WRONGTYPE")));
}

QTEST_GUILESS_MAIN(TestTailCommand)
#include "tst_tail_command.moc"
