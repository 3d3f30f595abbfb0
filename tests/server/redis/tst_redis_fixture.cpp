// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using pressboard::test::RedisFixture;

/// What every other test with a Redis trusts in.
class TestRedisFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsItsDataOverKill()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        QCOMPARE(
            redis.command({QStringLiteral("SET"), QStringLiteral("k"), QStringLiteral("印务")}),
            QByteArray("OK"));
        QVERIFY(redis.restart());
        QCOMPARE(redis.command({QStringLiteral("GET"), QStringLiteral("k")}), QByteArray("印务"));
    }

    void comesBackEmpty()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        redis.command({QStringLiteral("SET"), QStringLiteral("k"), QStringLiteral("v")});
        QVERIFY(redis.restartEmpty());
        QCOMPARE(redis.number({QStringLiteral("DBSIZE")}), 0);
    }

    void flushesAll()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        redis.command({QStringLiteral("SET"), QStringLiteral("k"), QStringLiteral("v")});
        QVERIFY(redis.flushAll());
        QCOMPARE(redis.number({QStringLiteral("DBSIZE")}), 0);
    }

    void isGoneAfterStop()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        redis.stop();
        QVERIFY(!redis.isRunning());
        QVERIFY(redis.command({QStringLiteral("PING")}).isNull()
                || redis.command({QStringLiteral("PING")}).contains("Could not connect"));
    }
};

QTEST_GUILESS_MAIN(TestRedisFixture)
#include "tst_redis_fixture.moc"
