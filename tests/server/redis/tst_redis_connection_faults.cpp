// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"

#include "tests/server/redis/scripted_server.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::server::redis;
using pressboard::test::RedisFixture;
using pressboard::test::ScriptedServer;

namespace {

Endpoint endpointOf(const QString &url)
{
    const auto endpoint = Endpoint::parse(url);
    return endpoint ? *endpoint : Endpoint{};
}

/// A certificate for 127.0.0.1 that is its own CA. False when there is no openssl.
bool makeCertificate(const QString &key, const QString &certificate)
{
    const QStringList arguments{QStringLiteral("req"),
                                QStringLiteral("-x509"),
                                QStringLiteral("-newkey"),
                                QStringLiteral("ec"),
                                QStringLiteral("-pkeyopt"),
                                QStringLiteral("ec_paramgen_curve:prime256v1"),
                                QStringLiteral("-nodes"),
                                QStringLiteral("-days"),
                                QStringLiteral("2"),
                                QStringLiteral("-subj"),
                                QStringLiteral("/CN=pressboard test"),
                                QStringLiteral("-addext"),
                                QStringLiteral("subjectAltName=IP:127.0.0.1"),
                                QStringLiteral("-keyout"),
                                key,
                                QStringLiteral("-out"),
                                certificate};
    return QProcess::execute(QStringLiteral("openssl"), arguments) == 0;
}

/// Opens a connection, and gives the first reason why it cannot be.
QString reasonFor(const QString &url)
{
    Connection connection(endpointOf(url), QStringLiteral("test:fault"));
    QSignalSpy failed(&connection, &Connection::connectFailed);
    connection.open();
    failed.wait(10'000);
    return failed.value(0).value(0).toString();
}

} // namespace

/// What is not there, says no, is silent, or is no Redis at all.
class TestConnectionFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysNothingListens();
    void saysSocketIsMissing();
    void saysSilent();
    void saysPassword();
    void authenticates();
    void saysTooManyClients();
    void saysEachReasonOnce();
    void saysWhenRedisHangsUpUnasked();
    void waitsForLoading();
    void startsAbsent();
    void speaksTls();
    void saysWhenThereIsNoTls();
};

void TestConnectionFaults::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hangUp");
    QTest::addColumn<QString>("says");
    QTest::newRow("http") << QByteArray() << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false
                          << "is not a Redis";
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QByteArray() << false
                         << "is not a Redis";
    QTest::newRow("random") << QByteArray("\x16\x03\x01\xff\0\0", 6) << QByteArray() << false
                            << "is not a Redis";
    QTest::newRow("wrong pong") << QByteArray() << QByteArray("+HELLO\r\n+HELLO\r\n") << false
                                << "is not a Redis";
    QTest::newRow("loading") << QByteArray()
                             << QByteArray("+OK\r\n-LOADING Redis is loading the dataset\r\n")
                             << false << "still reading its data";
    QTest::newRow("protected") << QByteArray("-DENIED Redis is running in protected mode\r\n")
                               << QByteArray() << true << "protected mode";
    QTest::newRow("replica") << QByteArray()
                             << QByteArray("+OK\r\n-MASTERDOWN Link with MASTER is down\r\n")
                             << false << "lost its master";
    QTest::newRow("noperm") << QByteArray()
                            << QByteArray("+OK\r\n-NOPERM this user has no permissions\r\n")
                            << false << "ACL SETUSER";
    QTest::newRow("another node") << QByteArray()
                                  << QByteArray("+OK\r\n-MOVED 7365 127.0.0.1:7002\r\n") << false
                                  << "MOVED 7365 127.0.0.1:7002. This is a Redis Cluster";
    QTest::newRow("no braces") << QByteArray()
                               << QByteArray("+OK\r\n-CROSSSLOT Keys in request don't hash\r\n")
                               << false << "prefix = \"{shop}:\"";
    QTest::newRow("other") << QByteArray() << QByteArray("+OK\r\n-ERR whatever\r\n") << false
                           << "refuses: ERR whatever";
    QTest::newRow("hangs up") << QByteArray() << QByteArray() << true << "rediss://";
}

void TestConnectionFaults::saysWhatIsWrong()
{
    QFETCH(QByteArray, greeting);
    QFETCH(QByteArray, answer);
    QFETCH(bool, hangUp);
    QFETCH(QString, says);
    ScriptedServer server;
    server.greeting = greeting;
    server.answer = answer;
    server.hangUp = hangUp;
    const QString reason = reasonFor(server.url());
    QVERIFY2(reason.contains(says), qPrintable(reason));
    QVERIFY(reason.contains(server.url()));
}

void TestConnectionFaults::saysNothingListens()
{
    QString url;
    {
        ScriptedServer gone;
        url = gone.url();
    }
    QVERIFY(reasonFor(url).startsWith(QStringLiteral("Nothing listens at ") + url));
}

void TestConnectionFaults::saysSocketIsMissing()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("redis.sock"));
    QCOMPARE(reasonFor(QStringLiteral("unix://") + path),
             QStringLiteral("There is no Redis socket at %1: start Redis, or correct the address.")
                 .arg(path));
}

void TestConnectionFaults::saysSilent()
{
    ScriptedServer server;
    QVERIFY(reasonFor(server.url()).contains(QStringLiteral("has not answered for 3 s")));
    QTRY_VERIFY(server.accepted >= 1);
}

void TestConnectionFaults::saysPassword()
{
    RedisFixture redis({QStringLiteral("--requirepass"), QStringLiteral("secret")},
                       RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    const QString at = QStringLiteral("127.0.0.1:%1").arg(redis.port());
    QVERIFY(
        reasonFor(QStringLiteral("redis://") + at).contains(QStringLiteral("wants a password")));
    const QString wrong = reasonFor(QStringLiteral("redis://:guess@") + at);
    QVERIFY2(wrong.contains(QStringLiteral("refuses the user or the password")), qPrintable(wrong));
    QVERIFY(!wrong.contains(QStringLiteral("guess")));

    RedisFixture open({}, RedisFixture::Tcp::Yes);
    QVERIFY(open.start());
    QVERIFY(reasonFor(QStringLiteral("redis://:secret@127.0.0.1:%1").arg(open.port()))
                .contains(QStringLiteral("has no password set")));
    QVERIFY(reasonFor(open.tcpUrl() + QStringLiteral("/99"))
                .contains(QStringLiteral("no such database")));
}

void TestConnectionFaults::authenticates()
{
    // wang may not even give his connection a name.
    const QString options =
        QStringLiteral("--requirepass s@c/t --user wang on >p:w ~* &* +@all -client");
    RedisFixture redis(options.split(u' '), RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    const QString at = QStringLiteral("@127.0.0.1:%1").arg(redis.port());
    for (const QString &who : {QStringLiteral(":s%40c%2Ft"), QStringLiteral("wang:p%3Aw")}) {
        Connection connection(endpointOf(QStringLiteral("redis://") + who + at),
                              QStringLiteral("test:auth"));
        connection.open();
        QTRY_VERIFY(connection.isReady());
    }
}

void TestConnectionFaults::saysTooManyClients()
{
    RedisFixture redis({QStringLiteral("--maxclients"), QStringLiteral("1")},
                       RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    Connection first(endpointOf(redis.tcpUrl()), QStringLiteral("test:first"));
    first.open();
    QTRY_VERIFY(first.isReady());
    Connection second(endpointOf(redis.tcpUrl()), QStringLiteral("test:second"));
    second.open();
    QTRY_VERIFY(second.lostReason().contains(QStringLiteral("too many clients")));
    first.close();
    QTRY_VERIFY(second.isReady());
}

void TestConnectionFaults::saysEachReasonOnce()
{
    ScriptedServer server;
    server.answer = "-ERR no\r\n";
    Connection connection(endpointOf(server.url()), QStringLiteral("test:once"));
    QSignalSpy failed(&connection, &Connection::connectFailed);
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(server.accepted >= 3);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(lost.size(), 0);
}

void TestConnectionFaults::saysWhenRedisHangsUpUnasked()
{
    RedisFixture redis({}, RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    Connection connection(endpointOf(redis.tcpUrl()), QStringLiteral("test:killed"));
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    redis.command({QStringLiteral("CLIENT"), QStringLiteral("KILL"), QStringLiteral("TYPE"),
                   QStringLiteral("normal")});
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(lost[0][0].toString().contains(QStringLiteral("closed the connection")));
    QTRY_VERIFY(connection.isReady());
}

void TestConnectionFaults::waitsForLoading()
{
    ScriptedServer server;
    server.answer = "+OK\r\n-LOADING Redis is loading the dataset in memory\r\n";
    Connection connection(endpointOf(server.url()), QStringLiteral("test:loading"));
    connection.open();
    QTRY_VERIFY(connection.lostReason().contains(QStringLiteral("still reading its data")));
    server.answer = "+OK\r\n+PONG\r\n";
    QTRY_VERIFY(connection.isReady());
}

void TestConnectionFaults::startsAbsent()
{
    RedisFixture redis;
    Connection connection(endpointOf(redis.url()), QStringLiteral("test:absent"));
    connection.open();
    QTRY_VERIFY(!connection.lostReason().isEmpty());
    QVERIFY(redis.start());
    QTRY_VERIFY(connection.isReady());
}

void TestConnectionFaults::speaksTls()
{
    QTemporaryDir dir;
    const QString key = dir.filePath(QStringLiteral("key.pem"));
    const QString certificate = dir.filePath(QStringLiteral("cert.pem"));
    if (!QSslSocket::supportsSsl() || !makeCertificate(key, certificate))
        QSKIP("no openssl here");
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    RedisFixture secure(
        {QStringLiteral("--tls-port"), QString::number(port), QStringLiteral("--tls-cert-file"),
         certificate, QStringLiteral("--tls-key-file"), key, QStringLiteral("--tls-ca-cert-file"),
         certificate, QStringLiteral("--tls-auth-clients"), QStringLiteral("no")});
    QVERIFY(secure.start());
    const QString url = QStringLiteral("rediss://127.0.0.1:%1").arg(port);

    // A stranger's certificate is refused …
    const QString refused = reasonFor(url);
    QVERIFY2(refused.contains(QStringLiteral("TLS with")), qPrintable(refused));

    // … one that this machine trusts is not.
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    QVERIFY(trusting.addCaCertificates(certificate));
    QSslConfiguration::setDefaultConfiguration(trusting);
    Connection connection(endpointOf(url), QStringLiteral("test:tls"));
    connection.open();
    QTRY_VERIFY(connection.isReady());
    QByteArray got;
    const QByteArray value(3 * 1024 * 1024, 'y');
    connection.command({"SET", "k", value}, this, {});
    connection.command({"GET", "k"}, this, [&](const Reply &reply) { got = reply.text; });
    QTRY_COMPARE(got, value);
    QSslConfiguration::setDefaultConfiguration(before);
}

void TestConnectionFaults::saysWhenThereIsNoTls()
{
    // A server that speaks no TLS at all.
    ScriptedServer server;
    server.answer = "-ERR Protocol error\r\n";
    const QString url = QStringLiteral("rediss://127.0.0.1:%1").arg(server.serverPort());
    const QString reason = reasonFor(url);
    QVERIFY2(reason.contains(QStringLiteral("TLS with")), qPrintable(reason));
}

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_redis_connection_faults.moc"
