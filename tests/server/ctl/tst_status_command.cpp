// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/presence.h"
#include "tests/server/ctl/ctl_run.h"

#include <QTest>

using namespace pressboard::server;
using namespace pressboard::test;

/// That `status` reads what the servers really write; its words are tst_status_report's.
class TestStatusCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void anEmptyRedisIsNotWell();
    void readsWhatServersWrite();
    void readsRejects();
    void aServerThatDiedIsGone();
    void saysWhichKeysWereWrittenOver();
    void saysThatRedisTakesNoWrites();

private:
    void presence(const QString &instance, bool alive);

    RedisFixture m_redis;
};

void TestStatusCommand::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestStatusCommand::init()
{
    QVERIFY(m_redis.flushAll());
}

/// A server's name outlives its report for a moment when it dies.
void TestStatusCommand::presence(const QString &instance, bool alive)
{
    PresenceReport report;
    report.address = QStringLiteral("192.168.1.10:5173");
    report.version = QStringLiteral("0.1.0");
    report.clients = 3;
    if (alive) {
        m_redis.command({QStringLiteral("SET"), QStringLiteral("pressboard:server:") + instance,
                         QString::fromUtf8(report.toJson())});
    }
    m_redis.command({QStringLiteral("ZADD"), QStringLiteral("pressboard:servers"),
                     QStringLiteral("1"), instance});
}

void TestStatusCommand::anEmptyRedisIsNotWell()
{
    CtlRun run(m_redis, {QStringLiteral("status")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.out().contains(QStringLiteral("ok  Log         empty")));
    QVERIFY(run.out().contains(QStringLiteral("start pressboard-server")));
    QVERIFY(run.out().contains(QStringLiteral("append-only file on")));
}

void TestStatusCommand::readsWhatServersWrite()
{
    m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                     QStringLiteral("5-1"), QStringLiteral("type"), QStringLiteral("a")});
    m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                     QStringLiteral("5-2"), QStringLiteral("type"), QStringLiteral("a")});
    m_redis.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e")});
    m_redis.command({QStringLiteral("HSET"), QStringLiteral("pressboard:book"),
                     QStringLiteral("meta"),
                     QStringLiteral("{\"epoch\":\"e\",\"position\":\"5-1\"}")});
    m_redis.command({QStringLiteral("SET"), QStringLiteral("pressboard:writer"),
                     QStringLiteral("x"), QStringLiteral("EX"), QStringLiteral("100")});
    m_redis.command({QStringLiteral("HSET"), QStringLiteral("pressboard:users"),
                     QStringLiteral("wang"), QStringLiteral("{}")});
    presence(QStringLiteral("one"), true);
    CtlRun run(m_redis, {QStringLiteral("status")});
    run.end();
    const QString out = run.out();
    QVERIFY2(out.contains(QStringLiteral("Log         2 entries, position 5-2 (1970-01-01")),
             qPrintable(out));
    QVERIFY(out.contains(QStringLiteral("ok  Checkpoint  position 5-1, 1 entry behind")));
    QVERIFY(out.contains(QStringLiteral("ok  Writer      a server holds the lease")));
    QVERIFY(out.contains(QStringLiteral("Server      192.168.1.10:5173, version 0.1.0")));
    QVERIFY(out.contains(QStringLiteral("ok  Clients     3")));
    QVERIFY(out.contains(QStringLiteral("ok  Users       1")));
}

void TestStatusCommand::readsRejects()
{
    m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:rejected"),
                     QStringLiteral("*"), QStringLiteral("id"), QStringLiteral("5-1"),
                     QStringLiteral("reason"), QStringLiteral("order_id: found nothing"),
                     QStringLiteral("head"), QStringLiteral("type=a")});
    CtlRun run(m_redis, {QStringLiteral("status")});
    run.end();
    QVERIFY2(run.out().contains(QStringLiteral("Rejects     1, the latest 5-1 (")),
             qPrintable(run.out()));
    QVERIFY(run.out().contains(QStringLiteral("order_id: found nothing")));
}

void TestStatusCommand::aServerThatDiedIsGone()
{
    presence(QStringLiteral("dead"), false);
    CtlRun run(m_redis, {QStringLiteral("status")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.out().contains(QStringLiteral("!!  Servers     none")));
}

void TestStatusCommand::saysWhichKeysWereWrittenOver()
{
    for (const char *key : {"book", "users", "rejected", "servers"}) {
        m_redis.command({QStringLiteral("SET"),
                         QStringLiteral("pressboard:") + QString::fromLatin1(key),
                         QStringLiteral("x")});
    }
    CtlRun run(m_redis, {QStringLiteral("status")});
    QCOMPARE(run.end(), 1);
    const QString out = run.out();
    QVERIFY2(out.contains(QStringLiteral("!!  Keys        4 written over")), qPrintable(out));
    QVERIFY(out.contains(QStringLiteral(
        "The key pressboard:book is a string, not the checkpoint's hash: somebody wrote over it. "
        "Rename or delete it; the server writes it anew.")));
    QVERIFY(out.contains(QStringLiteral("The key pressboard:users is a string, not the users'")));
    QVERIFY(!out.contains(QStringLiteral("WRONGTYPE")));
    QVERIFY(!out.contains(QStringLiteral("Users  ")));
    QVERIFY(run.err().isEmpty());
}

/// No server can report there, and none is missing.
void TestStatusCommand::saysThatRedisTakesNoWrites()
{
    m_redis.command(words("CONFIG SET maxmemory 1"));
    CtlRun run(m_redis, {QStringLiteral("status")});
    const int code = run.end();
    m_redis.command(words("CONFIG SET maxmemory 0"));
    QCOMPARE(code, 1);
    const QString out = run.out();
    QVERIFY2(out.contains(QStringLiteral("!!  Writes      refused")), qPrintable(out));
    QVERIFY2(out.contains(QStringLiteral("its memory is full")), qPrintable(out));
    QVERIFY2(!out.contains(QStringLiteral("start pressboard-server")), qPrintable(out));
}

QTEST_GUILESS_MAIN(TestStatusCommand)
#include "tst_status_command.moc"
