// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/redis_requirements.h"

#include <QTest>

using namespace pressboard::server;

class TestRedisConditions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void refusesOnlyWhatLosesTheLog();
    void knowsNothingOfAnEmptyAnswer();
};

void TestRedisConditions::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("appendOnly");
    QTest::addColumn<int>("problems");
    QTest::newRow("well") << QByteArray("noeviction") << QByteArray("1") << 0;
    QTest::newRow("only what expires") << QByteArray("volatile-lru") << QByteArray("1") << 1;
    QTest::newRow("lru") << QByteArray("allkeys-lru") << QByteArray("1") << 1;
    QTest::newRow("lfu") << QByteArray("allkeys-lfu") << QByteArray("1") << 1;
    QTest::newRow("random") << QByteArray("allkeys-random") << QByteArray("1") << 1;
    QTest::newRow("no file") << QByteArray("noeviction") << QByteArray("0") << 1;
    QTest::newRow("both") << QByteArray("allkeys-lru") << QByteArray("0") << 2;
}

void TestRedisConditions::findsWhatIsWrong()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, appendOnly);
    QFETCH(int, problems);
    const QByteArray info = "# Memory\r\nmaxmemory_policy:" + policy
        + "\r\n# Persistence\r\naof_enabled:" + appendOnly + "\r\n";
    QCOMPARE(problemsOfRedis(info).size(), problems);
}

void TestRedisConditions::refusesOnlyWhatLosesTheLog()
{
    QCOMPARE(problemsOfRedis("maxmemory_policy:volatile-ttl\r\n").first().kind,
             Problem::Kind::PartEviction);
    QCOMPARE(problemsOfRedis("maxmemory_policy:allkeys-random\r\n").first().kind,
             Problem::Kind::Eviction);
}

void TestRedisConditions::knowsNothingOfAnEmptyAnswer()
{
    QVERIFY(problemsOfRedis({}).isEmpty());
}

QTEST_APPLESS_MAIN(TestRedisConditions)
#include "tst_redis_requirements.moc"
