// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"

#include "tests/server/redis/scripted_server.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard::server::redis;
using namespace pressboard::test;

/// Answers to a name, the role, a deletion and PING.
static const QByteArray greeting("+OK\r\n*3\r\n$6\r\nmaster\r\n:0\r\n*0\r\n:0\r\n+PONG\r\n");

/// A connection that insists on a master.
class TestRedisMaster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOneThatTakesNoWrites_data();
    void leavesOneThatTakesNoWrites();
    void staysWithOtherErrors();
    void doesNotComeToAReplica_data();
    void doesNotComeToAReplica();
    void leavesOneThatBecameAReplica();
    void needsNoRightToAsk();

private:
    static Endpoint endpointOf(const QString &url) { return Endpoint::parse(url).value(); }
};

void TestRedisMaster::leavesOneThatTakesNoWrites_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("says");
    QTest::newRow("demoted") << QByteArray("READONLY You can't write against a read only replica.")
                             << "is a replica";
    QTest::newRow("demoted, Redis 6 in a script")
        << QByteArray("ERR Error running script (call to f_0): @user_script:9: -READONLY You can't "
                      "write against a read only replica.")
        << "is a replica";
    QTest::newRow("without its master")
        << QByteArray("MASTERDOWN Link with MASTER is down") << "lost its master";
    QTest::newRow("takes a master's data")
        << QByteArray("LOADING Redis is loading the dataset") << "still reading its data";
}

void TestRedisMaster::leavesOneThatTakesNoWrites()
{
    QFETCH(QByteArray, error);
    QFETCH(QString, says);
    ScriptedServer server;
    server.answer = greeting;
    Connection connection(endpointOf(server.url()), QStringLiteral("test:master"));
    connection.insistOnMaster("absent");
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    server.answer = "-" + error + "\r\n";
    Reply reply;
    connection.command({"ZADD", "group", "1", "x"}, this, [&](const Reply &to) { reply = to; });
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(reply.isLost());
    QVERIFY2(lost.first().first().toString().contains(says),
             qPrintable(lost.first().first().toString()));
    server.answer = greeting;
    QTRY_VERIFY(connection.isReady());
}

void TestRedisMaster::staysWithOtherErrors()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Connection connection(endpointOf(redis.url()), QStringLiteral("test:master"));
    connection.insistOnMaster("absent");
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    Reply reply;
    connection.command({"NOSUCH"}, this, [&](const Reply &to) { reply = to; });
    QTRY_VERIFY(reply.isError());
    QVERIFY(connection.isReady());
    QVERIFY(lost.isEmpty());
}

void TestRedisMaster::doesNotComeToAReplica_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("as replicas are") << "CONFIG SET replica-read-only yes";
    QTest::newRow("one that takes writes") << "CONFIG SET replica-read-only no";
    QTest::newRow("one that answers nothing") << "CONFIG SET replica-serve-stale-data no";
}

void TestRedisMaster::doesNotComeToAReplica()
{
    QFETCH(QString, setting);
    RedisFixture redis;
    QVERIFY(redis.start());
    QCOMPARE(redis.command(setting.split(u' ')), "OK");
    QCOMPARE(redis.command(words("REPLICAOF 127.0.0.1 1")), "OK");
    Connection connection(endpointOf(redis.url()), QStringLiteral("test:master"));
    connection.insistOnMaster("absent");
    QSignalSpy ready(&connection, &Connection::becameReady);
    QSignalSpy failed(&connection, &Connection::connectFailed);
    connection.open();
    QTRY_VERIFY(connection.lostReason().contains(QStringLiteral("is a replica")));
    QVERIFY(ready.isEmpty());
    QCOMPARE(redis.command(words("REPLICAOF NO ONE")), "OK");
    QTRY_VERIFY(connection.isReady());
    QCOMPARE(failed.size(), 1);
}

/// It says so to nobody who only reads.
void TestRedisMaster::leavesOneThatBecameAReplica()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Connection connection(endpointOf(redis.url()), QStringLiteral("test:master"));
    connection.insistOnMaster("absent");
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    connection.checkMaster();
    QCOMPARE(redis.command(words("REPLICAOF 127.0.0.1 1")), "OK");
    connection.checkMaster();
    QTRY_COMPARE(lost.size(), 1);
    const QString why = lost.first().first().toString();
    QVERIFY2(why.contains(QStringLiteral("is a replica of 127.0.0.1:1")), qPrintable(why));
}

/// Whether it may delete is of no matter here: what it is for will say so.
void TestRedisMaster::needsNoRightToAsk()
{
    RedisFixture redis({}, RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    QCOMPARE(redis.command(words("ACL SETUSER reader on >secret ~* +@read +ping")), "OK");
    const QString url = QStringLiteral("redis://reader:secret@127.0.0.1:%1").arg(redis.port());
    Connection connection(endpointOf(url), QStringLiteral("test:master"));
    connection.insistOnMaster("absent");
    connection.open();
    QTRY_VERIFY2(connection.isReady(), qPrintable(connection.lostReason()));
}

QTEST_GUILESS_MAIN(TestRedisMaster)
#include "tst_redis_master.moc"
