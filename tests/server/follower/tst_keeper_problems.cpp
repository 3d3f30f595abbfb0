// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

#include <QDir>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What the keeper says of a Redis that is not as it should be, and what it does about it.
class TestKeeperProblems : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void refusesAnEvictingRedis();
    void warnsOfAnEvictingRedisWhileServing();
    void servesOnARedisThatEvictsOnlyWhatRunsOut();
    void warnsWithoutAppendOnlyFile();
    void saysThatRedisTakesNoWrites_data();
    void saysThatRedisTakesNoWrites();
    void saysThatTheLogIsPoisoned();
    void keepsRowsItCannotRead();
    void forgetsARowThatIsPublishedAgain();
    void rebuildsADamagedMetaFromTheLog();
    void refusesADamagedMetaWithoutTheBeginning();
    void refusesABookFromTheFuture();
    void saysThatAKeyWasWrittenOver_data();
    void saysThatAKeyWasWrittenOver();
    void waitsForAnOverwrittenBookAtStart();
    void saysWhyTheVeryFirstLogCannotBegin();
};

void TestKeeperProblems::refusesAnEvictingRedis()
{
    m_redis->command(words("CONFIG SET maxmemory-policy allkeys-lru"));
    LogServer server(*m_redis);
    QSignalSpy refused(&server.keeper, &LogKeeper::refused);
    server.start();
    QTRY_COMPARE(refused.size(), 1);
    const auto error = refused.first().first().value<Error>();
    QVERIFY(error.message.contains(QStringLiteral("allkeys-lru")));
    QVERIFY(!error.transient);
    QVERIFY(!server.keeper.isCurrent());

    // Somebody mends it: no restart is needed.
    m_redis->command(words("CONFIG SET maxmemory-policy noeviction"));
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(refused.size(), 1);
    QVERIFY(server.keeper.problems().isEmpty());
}

void TestKeeperProblems::warnsOfAnEvictingRedisWhileServing()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    m_redis->command(words("CONFIG SET maxmemory-policy allkeys-lru"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Eviction));
    QVERIFY(server.keeper.isCurrent());
}

void TestKeeperProblems::servesOnARedisThatEvictsOnlyWhatRunsOut()
{
    m_redis->command(words("CONFIG SET maxmemory-policy volatile-lru"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(hasProblem(server.keeper, Problem::Kind::PartEviction));
}

void TestKeeperProblems::warnsWithoutAppendOnlyFile()
{
    m_redis->command(words("CONFIG SET appendonly no"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(hasProblem(server.keeper, Problem::Kind::NotDurable));
}

void TestKeeperProblems::saysThatRedisTakesNoWrites_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("spoil");
    QTest::addColumn<QString>("mend");
    const auto row = [](const char *cause, const char *spoil, const char *mend) {
        QTest::newRow(cause) << QString::fromLatin1(cause) << QString::fromLatin1(spoil)
                             << QString::fromLatin1(mend);
    };
    row("memory", "CONFIG SET maxmemory 1", "CONFIG SET maxmemory 0");
    row("replicas", "CONFIG SET min-replicas-to-write 1", "CONFIG SET min-replicas-to-write 0");
    row("rights", "ACL SETUSER default -xadd", "ACL SETUSER default +xadd");
    row("disk", "BGSAVE", "CONFIG SET stop-writes-on-bgsave-error no");
}

/// Everything can be read: whoever reads is right, one that starts now included, and nothing more.
void TestKeeperProblems::saysThatRedisTakesNoWrites()
{
    QFETCH(QString, cause);
    QFETCH(QString, spoil);
    QFETCH(QString, mend);
    writeOrders(1);
    LogServer server(*m_redis);
    QSignalSpy writes(&server.keeper, &LogKeeper::writesChanged);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.keeper.writesObstacle(), QString());
    // So that a snapshot cannot take its place, and Redis minds.
    QVERIFY(QDir(m_redis->dataDir()).mkdir(QStringLiteral("dump.rdb")));
    m_redis->command({QStringLiteral("CONFIG"), QStringLiteral("SET"), QStringLiteral("save"),
                      QStringLiteral("3600 1")});
    m_redis->command(spoil.split(u' '));
    QTRY_COMPARE(writes.size(), 1);
    QCOMPARE(writes.first().first().toString(), cause);
    QVERIFY(!server.keeper.writesObstacle().isEmpty());
    QVERIFY(server.keeper.isCurrent());
    QVERIFY(server.keeper.source().isLive());

    LogServer another(*m_redis);
    another.start();
    QTRY_COMPARE(another.orders(), 1);
    QTRY_VERIFY(another.keeper.source().isLive());
    QTRY_VERIFY(!another.keeper.writesObstacle().isEmpty());

    m_redis->command(mend.split(u' '));
    QTRY_COMPARE(writes.size(), 2);
    QCOMPARE(writes.last().first().toString(), QString());
    QCOMPARE(server.keeper.writesObstacle(), QString());
}

void TestKeeperProblems::saysThatTheLogIsPoisoned()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 1, 1, QStringLiteral("9999999999999-0"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Poisoned));
    QTRY_COMPARE(server.orders(), 1); // said, not fatal
    QVERIFY(server.keeper.isCurrent());
}

void TestKeeperProblems::keepsRowsItCannotRead()
{
    writeOrders(2);
    m_redis->command(words("HSET pressboard:book order:1 {broken"));
    LogServer second(*m_redis);
    second.start();
    QTRY_VERIFY(second.keeper.isCurrent());
    QCOMPARE(second.orders(), 1);
    QVERIFY(hasProblem(second.keeper, Problem::Kind::UnreadableRows));
    addOrder(*m_redis, 3);
    QTRY_COMPARE(second.orders(), 2);
    checkpointed(second);
    QCOMPARE(m_redis->command(words("HGET pressboard:book order:1")), QByteArray("{broken"));
}

void TestKeeperProblems::forgetsARowThatIsPublishedAgain()
{
    writeOrders(1);
    m_redis->command(words("HSET pressboard:book order:1 {broken order:3 {broken"));
    LogServer second(*m_redis);
    second.start();
    QTRY_VERIFY(hasProblem(second.keeper, Problem::Kind::UnreadableRows));
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 3);
    QTRY_VERIFY(second.keeper.problems().isEmpty());
    QCOMPARE(second.orders(), 2);
}

void TestKeeperProblems::rebuildsADamagedMetaFromTheLog()
{
    Book book;
    QString epoch;
    {
        LogServer first(*m_redis);
        first.start();
        for (int i = 0; i < 30; ++i)
            addOrder(*m_redis, 1 + i % 7, 1 + i % 4);
        m_redis->command(words("XADD pressboard:events * type order_notification data "
                               "{\"order_id\":3,\"action\":\"deleted\"}"));
        m_redis->command(words("XADD pressboard:events * type general_notification data "
                               "{\"message\":\"19:00\"}"));
        QTRY_COMPARE(first.log.book().notices.size(), 1);
        checkpointed(first);
        book = first.log.book();
        epoch = first.epoch();
    }
    m_redis->command(words("HSET pressboard:book meta {torn"));
    LogServer second(*m_redis);
    QSignalSpy refused(&second.keeper, &LogKeeper::refused);
    second.start();
    QTRY_VERIFY(second.keeper.isCurrent());
    QCOMPARE(refused.size(), 0);
    QVERIFY(second.epoch() != epoch);
    book.epoch = second.epoch();
    QVERIFY(second.log.book() == book);
    checkpointed(second);
}

void TestKeeperProblems::refusesADamagedMetaWithoutTheBeginning()
{
    writeOrders(2);
    m_redis->command(words("XTRIM pressboard:events MAXLEN 1"));
    m_redis->command(words("HSET pressboard:book meta {torn"));
    LogServer second(*m_redis);
    QSignalSpy refused(&second.keeper, &LogKeeper::refused);
    second.start();
    QTRY_COMPARE(refused.size(), 1);
    const QString why = refused.first().first().value<Error>().message;
    QVERIFY2(why.contains(QStringLiteral("loses those orders")), qPrintable(why));
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);
}

void TestKeeperProblems::refusesABookFromTheFuture()
{
    m_redis->command(words("SET pressboard:epoch e"));
    m_redis->command({QStringLiteral("HSET"), QStringLiteral("pressboard:book"),
                      QStringLiteral("meta"),
                      QStringLiteral("{\"format\":999,\"epoch\":\"e\",\"position\":\"0-0\"}")});
    LogServer server(*m_redis);
    QSignalSpy refused(&server.keeper, &LogKeeper::refused);
    server.start();
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(!server.keeper.isCurrent());
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 1);
}

void TestKeeperProblems::saysThatAKeyWasWrittenOver_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("staysLive");
    const auto row = [](const char *key, const char *what, bool staysLive) {
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(what) << staysLive;
    };
    row("pressboard:book", "the checkpoint's hash", true);
    row("pressboard:events", "the log's stream", false);
    row("pressboard:epoch", "the log's epoch", true);
    row("pressboard:writer", "the writer's lease", true);
    row("pressboard:rejected", "the stream of rejected entries", true);
}

void TestKeeperProblems::saysThatAKeyWasWrittenOver()
{
    QFETCH(QString, key);
    QFETCH(QString, what);
    QFETCH(bool, staysLive);
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    m_redis->command(
        {QStringLiteral("EVAL"),
         QStringLiteral("redis.call('DEL', KEYS[1]) redis.call('GEOADD', KEYS[1], 1, 1, "
                        "'x')"),
         QStringLiteral("1"), key});
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
    QTRY_COMPARE(server.keeper.source().isLive(), staysLive);
    for (const Problem &problem : server.keeper.problems()) {
        QCOMPARE(problem.text.left(problem.text.indexOf(u';')),
                 QStringLiteral("The key %1 is a zset, not %2: somebody wrote over it. Rename or "
                                "delete it")
                     .arg(key, what));
    }
    m_redis->command({QStringLiteral("DEL"), key});
    QTRY_VERIFY(server.keeper.problems().isEmpty() && server.keeper.isCurrent());
    QVERIFY(server.keeper.source().isLive());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);
}

void TestKeeperProblems::waitsForAnOverwrittenBookAtStart()
{
    m_redis->command(words("SET pressboard:book x"));
    LogServer server(*m_redis);
    QSignalSpy refused(&server.keeper, &LogKeeper::refused);
    server.start();
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
    QVERIFY(!server.keeper.isCurrent());
    m_redis->command(words("DEL pressboard:book"));
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(server.keeper.problems().isEmpty());
    QCOMPARE(refused.size(), 0);
}

void TestKeeperProblems::saysWhyTheVeryFirstLogCannotBegin()
{
    m_redis->command(words("CONFIG SET maxmemory 1"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::NotReadable));
    for (const Problem &problem : server.keeper.problems()) {
        if (problem.kind == Problem::Kind::NotReadable) {
            QVERIFY2(problem.text.startsWith(QStringLiteral(
                         "No board can be served: the log has not begun, and its first key, "
                         "pressboard:epoch, cannot be written. Redis takes no writes, since its "
                         "memory is full: raise maxmemory, or make room. (OOM ")),
                     qPrintable(problem.text));
        }
    }
    m_redis->command(words("CONFIG SET maxmemory 0"));
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(!hasProblem(server.keeper, Problem::Kind::NotReadable));
}

QTEST_GUILESS_MAIN(TestKeeperProblems)
#include "tst_keeper_problems.moc"
