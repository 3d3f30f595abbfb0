// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace pressboard::server::redis;
using namespace pressboard::test;

/// A name that moved is followed, although the connection to where it led before lives.
class TestNameWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsANameThatMoved();
    void staysWhileItsAddressIsAmongThem();
    void staysWhenNobodyKnowsTheName();
    void asksForNoAddress();
};

namespace {

/// A name server of our own.
struct Names
{
    NameWatch::Resolve resolve()
    {
        return [this](const QString &) {
            ++asked;
            NameWatch::Addresses addresses;
            for (int i = 1; i <= 3; ++i) {
                if (told & (1 << i))
                    addresses.append(QHostAddress(QStringLiteral("127.0.0.%1").arg(i)));
            }
            return addresses;
        };
    }

    std::atomic<int> told = 1 << 1; ///< bit n: 127.0.0.n
    std::atomic<int> asked = 0;
};

Endpoint named(const RedisFixture &redis)
{
    Endpoint endpoint;
    endpoint.host = QStringLiteral("localhost");
    endpoint.port = redis.port();
    return endpoint;
}

} // namespace

void TestNameWatch::followsANameThatMoved()
{
    RedisFixture redis({}, RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    Names names;
    Connection connection(named(redis), QStringLiteral("test:name"));
    connection.setResolve(names.resolve());
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    names.told = 1 << 2;
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY2(lost[0][0].toString().contains(QStringLiteral("leads elsewhere than to 127.0.0.1")),
             qPrintable(lost[0][0].toString()));
    names.told = 1 << 1;
    QTRY_VERIFY(connection.isReady());
}

void TestNameWatch::staysWhileItsAddressIsAmongThem()
{
    RedisFixture redis({}, RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    Names names;
    names.told = 1 << 1 | 1 << 2 | 1 << 3;
    Connection connection(named(redis), QStringLiteral("test:name"));
    connection.setResolve(names.resolve());
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    const int before = names.asked;
    QTRY_VERIFY_WITH_TIMEOUT(names.asked >= before + 3, 20'000);
    QVERIFY(lost.isEmpty());
}

void TestNameWatch::staysWhenNobodyKnowsTheName()
{
    RedisFixture redis({}, RedisFixture::Tcp::Yes);
    QVERIFY(redis.start());
    Names names;
    names.told = 0;
    Connection connection(named(redis), QStringLiteral("test:name"));
    connection.setResolve(names.resolve());
    QSignalSpy lost(&connection, &Connection::becameLost);
    connection.open();
    QTRY_VERIFY(connection.isReady());
    const int before = names.asked;
    QTRY_VERIFY_WITH_TIMEOUT(names.asked >= before + 3, 20'000);
    QVERIFY(lost.isEmpty());
}

void TestNameWatch::asksForNoAddress()
{
    Names names;
    NameWatch watch;
    watch.setResolve(names.resolve());
    QSignalSpy moved(&watch, &NameWatch::moved);
    watch.start(QStringLiteral("127.0.0.1"), [] { return QHostAddress(); });
    watch.start(QString(), [] { return QHostAddress(); });
    NameWatch asks;
    asks.setResolve(names.resolve());
    asks.start(QStringLiteral("redis"), [] { return QHostAddress(); });
    QTRY_COMPARE(names.asked, 1); // the one with a name
    QVERIFY(moved.isEmpty());
}

QTEST_GUILESS_MAIN(TestNameWatch)
#include "tst_name_watch.moc"
