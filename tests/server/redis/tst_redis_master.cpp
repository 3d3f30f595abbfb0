// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"

#include "tests/server/redis/scripted_server.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard::server::redis;
using namespace pressboard::test;

/// A connection that insists on a master.
class TestRedisMaster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOneThatTakesNoWrites_data();
    void leavesOneThatTakesNoWrites();
    void staysWithOtherErrors();
    void doesNotComeToAReplica();
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
    server.answer = "+OK\r\n:0\r\n+PONG\r\n";
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
    server.answer = "+OK\r\n:0\r\n+PONG\r\n";
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

void TestRedisMaster::doesNotComeToAReplica()
{
    RedisFixture redis;
    QVERIFY(redis.start());
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
