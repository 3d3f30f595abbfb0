// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/endpoint.h"

#include <QTest>

using pressboard::server::redis::Endpoint;

class TestEndpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void decodesPassword();
    void refuses_data();
    void refuses();
    void neverShowsPassword();
};

void TestEndpoint::reads_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("display");
    QTest::newRow("host") << "redis://printshop"
                          << "redis://printshop:6379";
    QTest::newRow("port") << "redis://10.0.0.2:6380"
                          << "redis://10.0.0.2:6380";
    QTest::newRow("slash") << "redis://10.0.0.2:6380/"
                           << "redis://10.0.0.2:6380";
    QTest::newRow("database") << "redis://h:1/3"
                              << "redis://h:1/3";
    QTest::newRow("tls") << "rediss://h:1"
                         << "rediss://h:1";
    QTest::newRow("ipv6") << "redis://[::1]:6379"
                          << "redis://[::1]:6379";
    QTest::newRow("capitals") << "REDIS://Host:1"
                              << "redis://host:1";
    QTest::newRow("blanks around") << "  redis://h:1\n"
                                   << "redis://h:1";
    QTest::newRow("socket") << "unix:///run/redis.sock"
                            << "unix:///run/redis.sock";
    QTest::newRow("socket, Chinese") << "unix:///数据/redis.sock"
                                     << "unix:///数据/redis.sock";
    QTest::newRow("socket, database") << "unix:///r.sock?db=2"
                                      << "unix:///r.sock?db=2";
    QTest::newRow("socket, password") << "unix:///r.sock?user=u&password=p"
                                      << "unix:///r.sock";
}

void TestEndpoint::reads()
{
    QFETCH(QString, url);
    QFETCH(QString, display);
    const auto endpoint = Endpoint::parse(url);
    QVERIFY2(endpoint.ok(), endpoint ? "" : qPrintable(endpoint.error().message));
    QCOMPARE(endpoint->toDisplay(), display);
    QCOMPARE(*Endpoint::parse(display), [&] {
        Endpoint without = *endpoint;
        without.user.clear();
        without.password.clear();
        return without;
    }());
}

void TestEndpoint::decodesPassword()
{
    const auto tcp = Endpoint::parse(QStringLiteral("redis://w%C3%A5ng:p%40s%2Fs%3A%23@h:1/2"));
    QVERIFY(tcp.ok());
    QCOMPARE(tcp->user, QStringLiteral("wång"));
    QCOMPARE(tcp->password, QStringLiteral("p@s/s:#"));
    QCOMPARE(tcp->database, 2);

    const auto alone = Endpoint::parse(QStringLiteral("redis://:secret@h"));
    QVERIFY(alone.ok());
    QVERIFY(alone->user.isEmpty());
    QCOMPARE(alone->password, QStringLiteral("secret"));

    const auto socket = Endpoint::parse(QStringLiteral("unix:///r.sock?password=a%26b"));
    QVERIFY(socket.ok());
    QCOMPARE(socket->password, QStringLiteral("a&b"));
}

void TestEndpoint::refuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << ""
                           << "must begin with redis://";
    QTest::newRow("no scheme") << "localhost:6379"
                               << "must begin with redis://";
    QTest::newRow("http") << "http://h:1"
                          << "must begin with redis://";
    QTest::newRow("no host") << "redis://:6379"
                             << "host";
    QTest::newRow("port too large") << "redis://h:99999"
                                    << "cannot be read";
    QTest::newRow("port 0") << "redis://h:0"
                            << "no host or port";
    QTest::newRow("database") << "redis://h:1/abc"
                              << "database is not a number";
    QTest::newRow("negative database") << "redis://h:1/-1"
                                       << "database is not a number";
    QTest::newRow("user alone") << "redis://wang@h:1"
                                << "no password";
    QTest::newRow("hash in password") << "redis://:a#b@h:1"
                                      << "%23";
    QTest::newRow("relative socket") << "unix://run/redis.sock"
                                     << "three slashes";
    QTest::newRow("no socket") << "unix://"
                               << "three slashes";
    QTest::newRow("unknown parameter") << "unix:///r.sock?dbb=1"
                                       << "\"dbb=\"";
    QTest::newRow("socket database") << "unix:///r.sock?db=x"
                                     << "database is not a number";
}

void TestEndpoint::refuses()
{
    QFETCH(QString, url);
    QFETCH(QString, says);
    const auto endpoint = Endpoint::parse(url);
    QVERIFY(!endpoint.ok());
    QVERIFY2(endpoint.error().message.contains(says), qPrintable(endpoint.error().message));
    QVERIFY(!endpoint.error().transient);
}

void TestEndpoint::neverShowsPassword()
{
    const auto good = Endpoint::parse(QStringLiteral("redis://wang:verysecret@h:1/2"));
    QVERIFY(good.ok());
    QVERIFY(!good->toDisplay().contains(QStringLiteral("verysecret")));
    QVERIFY(!good->toDisplay().contains(QStringLiteral("wang")));
    for (const char *bad : {"redis://wang:verysecret@h:1/x", "redis://wang:verysecret#@h",
                            "wang:verysecret@h", "redis://wang:verysecret@h:99999"}) {
        const auto endpoint = Endpoint::parse(QString::fromUtf8(bad));
        QVERIFY(!endpoint.ok());
        QVERIFY(!endpoint.error().message.contains(QStringLiteral("verysecret")));
    }
}

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
