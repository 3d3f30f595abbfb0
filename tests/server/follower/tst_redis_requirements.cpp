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
    void saysWhichVersionIsNeeded_data();
    void saysWhichVersionIsNeeded();
    void warnsOfWritesThatNoReplicaHas();
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

void TestRedisConditions::saysWhichVersionIsNeeded_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("isTooOld");
    QTest::addColumn<bool>("counts");
    QTest::newRow("5.0") << QByteArray("5.0.14") << true << false;
    QTest::newRow("6.0") << QByteArray("6.0.16") << true << false;
    QTest::newRow("6.2") << QByteArray("6.2.14") << false << false;
    QTest::newRow("7.0") << QByteArray("7.0.15") << false << true;
    QTest::newRow("10.0") << QByteArray("10.0.0") << false << true;
    QTest::newRow("not told") << QByteArray() << false << true;
}

void TestRedisConditions::saysWhichVersionIsNeeded()
{
    QFETCH(QByteArray, version);
    QFETCH(bool, isTooOld);
    QFETCH(bool, counts);
    const QByteArray info = "# Server\r\nredis_version:" + version + "\r\n";
    const QList<Problem> problems = problemsOfRedis(info);
    QCOMPARE(!problems.isEmpty(), isTooOld);
    QCOMPARE(countsEntries(info), counts);
    if (isTooOld) {
        QCOMPARE(problems.first().kind, Problem::Kind::TooOld);
        const QString text = problems.first().text;
        QVERIFY2(text.contains(QString::fromLatin1(version))
                     && text.contains(QStringLiteral("6.2")),
                 qPrintable(text));
    }
}

/// Where sentinels may put a replica in its place.
void TestRedisConditions::warnsOfWritesThatNoReplicaHas()
{
    const QByteArray master = "role:master\r\nconnected_slaves:1\r\n";
    QVERIFY(problemsOfRedis(master).isEmpty());
    QCOMPARE(problemsOfRedis(master, true).size(), 1);
    QCOMPARE(problemsOfRedis(master, true).first().kind, Problem::Kind::NotReplicated);
    QVERIFY(problemsOfRedis(master + "min_slaves_good_slaves:1\r\n", true).isEmpty());
    QVERIFY(problemsOfRedis({}, true).isEmpty());
}

QTEST_APPLESS_MAIN(TestRedisConditions)
#include "tst_redis_requirements.moc"
