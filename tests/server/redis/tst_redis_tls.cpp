// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace pressboard::server;
using namespace pressboard::server::redis;
using namespace pressboard::test;

namespace {

QString file(const char *name)
{
    return QStringLiteral(CERTIFICATES) + QString::fromLatin1(name);
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

TlsFiles filesOf(const char *authority, const char *own)
{
    TlsFiles files;
    if (*authority)
        files.authorities = file(authority);
    if (*own) {
        files.own = {QStringLiteral("redis"), file(own) + QStringLiteral(".crt"),
                     file(own) + QStringLiteral(".key")};
    }
    return files;
}

} // namespace

/// rediss:// with an authority of the shop's own, and a Redis that wants to see our certificate.
class TestRedisTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void getsInOnlyWithBoth_data();
    void getsInOnlyWithBoth();

private:
    quint16 m_port = freePort();
    RedisFixture m_redis{{QStringLiteral("--tls-port"), QString::number(m_port),
                          QStringLiteral("--tls-cert-file"), file("server.crt"),
                          QStringLiteral("--tls-key-file"), file("server.key"),
                          QStringLiteral("--tls-ca-cert-file"), file("authority.crt"),
                          QStringLiteral("--tls-auth-clients"), QStringLiteral("yes")}};
};

void TestRedisTls::initTestCase()
{
    if (!m_redis.start())
        QSKIP("this redis-server knows no TLS");
}

void TestRedisTls::getsInOnlyWithBoth_data()
{
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<bool>("getsIn");
    const auto row = [](const char *name, const char *authority, const char *own, bool getsIn) {
        QTest::newRow(name) << QByteArray(authority) << QByteArray(own) << getsIn;
    };
    row("both", "authority.crt", "client", true);
    row("the system's authorities", "", "client", false);
    row("another authority", "rsa.crt", "client", false);
    row("a file without any", "client.key", "client", false);
    row("no certificate of ours", "authority.crt", "", false);
    row("one of nobody's", "authority.crt", "rsa", false);
}

void TestRedisTls::getsInOnlyWithBoth()
{
    QFETCH(QByteArray, authority);
    QFETCH(QByteArray, own);
    QFETCH(bool, getsIn);
    const QString url = QStringLiteral("rediss://127.0.0.1:%1").arg(m_port);
    Connection connection(*Endpoint::parse(url, filesOf(authority, own)), QStringLiteral("test"));
    QSignalSpy ready(&connection, &Connection::becameReady);
    QSignalSpy failed(&connection, &Connection::connectFailed);
    connection.open();
    QTRY_COMPARE((getsIn ? ready : failed).size(), 1);
    QCOMPARE(connection.isReady(), getsIn);
}

QTEST_GUILESS_MAIN(TestRedisTls)
#include "tst_redis_tls.moc"
