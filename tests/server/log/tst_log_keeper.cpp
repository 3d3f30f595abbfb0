// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/log/log_server.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

bool hasProblem(const LogKeeper &keeper, Problem::Kind kind)
{
    const auto problems = keeper.problems();
    return std::any_of(problems.begin(), problems.end(),
                       [kind](const Problem &problem) { return problem.kind == kind; });
}

} // namespace

class TestLogKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void beginsAnEmptyLog();
    void readsWhatIsThere();
    void followsWhatComes();
    void skipsWhatCannotBeRead();
    void loadsTheCheckpointAndReadsOn();
    void resumesOverARestart();
    void fillsTheRestOfTheHistoryAfterALoss();
    void agreesWithAnotherServer();
    void keepsItsPlaceWhenRedisRestarts();
    void writesBackIntoAnEmptyRedis();
    void writesTheUsersBack();
    void mendsAFlushUnderALivingConnection();
    void oneServerRestoresForAll();
    void aFreshServerDoesNotBlankTheShop();
    void takesAnOlderRedisForTheTruth();
    void reloadsWhatWasTrimmedBehindItsBack();
    void movesTheEpochWhenThePastIsRewritten();
    void movesTheEpochWhenTheLogIsShorter();
    void startsOnARewrittenLog();
    void saysLostWhenRedisHangs();
    void staysLostUntilTheLogIsReadAgain();
    void saysLostWhenRedisDies();
    void refusesAnEvictingRedis();
    void warnsOfAnEvictingRedisWhileServing();
    void warnsWithoutAppendOnlyFile();
    void saysThatTheLogIsPoisoned();
    void keepsRowsItCannotRead();
    void forgetsARowThatIsPublishedAgain();
    void rebuildsADamagedMetaFromTheLog();
    void refusesADamagedMetaWithoutTheBeginning();
    void refusesABookFromTheFuture();
    void saysThatAKeyWasWrittenOver_data();
    void saysThatAKeyWasWrittenOver();
    void comesBackToLifeWithAnOverwrittenBook();
    void waitsForAnOverwrittenBookAtStart();

private:
    void checkpointed(LogServer &server);

    std::unique_ptr<RedisFixture> m_redis;
};

void TestLogKeeper::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
}

void TestLogKeeper::cleanup()
{
    m_redis.reset();
}

/// Waits until everything the server knows is in the checkpoint.
void TestLogKeeper::checkpointed(LogServer &server)
{
    QTRY_VERIFY(server.writer.checkpointPosition() == std::optional(server.log.position())
                && !server.log.position().isNull() && server.log.book().day.date.isValid());
}

void TestLogKeeper::beginsAnEmptyLog()
{
    LogServer server(*m_redis);
    QSignalSpy current(&server.keeper, &LogKeeper::becameCurrent);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QVERIFY(!server.keeper.isCurrent());
    server.start(false);
    QTRY_COMPARE(current.size(), 1);
    QVERIFY(server.keeper.isCurrent());
    QCOMPARE(live.size(), 1);
    QVERIFY(!server.epoch().isEmpty());
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    QVERIFY(server.log.ring().after({}));
    QVERIFY(server.keeper.problems().isEmpty());
}

void TestLogKeeper::readsWhatIsThere()
{
    for (int i = 1; i <= 5; ++i)
        addOrder(*m_redis, i);
    LogServer server(*m_redis);
    server.start(false);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 5);
}

void TestLogKeeper::followsWhatComes()
{
    LogServer server(*m_redis);
    server.start(false);
    QTRY_VERIFY(server.keeper.isCurrent());
    const QByteArray id = addOrder(*m_redis, 1);
    QTRY_COMPARE(server.log.position().toBytes(), id);
    QCOMPARE(server.orders(), 1);
}

void TestLogKeeper::skipsWhatCannotBeRead()
{
    LogServer server(*m_redis);
    QSignalSpy rejected(&server.keeper, &LogKeeper::rejected);
    server.start(false);
    const QByteArray id = m_redis->command(
        words("XADD pressboard:events * type order_notification data not-json"));
    QTRY_COMPARE(server.log.position().toBytes(), id);
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(server.keeper.rejectedCount(), 1u);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
}

void TestLogKeeper::loadsTheCheckpointAndReadsOn()
{
    LogServer before(*m_redis);
    before.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(before.orders(), 1);
    checkpointed(before);
    before.keeper.stop(); // and so does its writer
    addOrder(*m_redis, 2);
    addOrder(*m_redis, 1, 2);

    LogServer after(*m_redis);
    after.start(false);
    QTRY_VERIFY(after.keeper.isCurrent());
    QCOMPARE(after.epoch(), before.epoch());
    QCOMPARE(after.orders(), 2);
    QCOMPARE(after.log.book().order(1)->status, OrderStatus::Processing);
    QCOMPARE(after.log.book().day, before.log.book().day);
}

void TestLogKeeper::resumesOverARestart()
{
    LogServer before(*m_redis);
    before.start();
    QTRY_VERIFY(before.keeper.isCurrent());
    const auto away = StreamId::parse(QByteArrayView(addOrder(*m_redis, 1)));
    for (int i = 0; i < 30; ++i)
        addOrder(*m_redis, 1 + i % 7, 1 + i % 4);
    m_redis->command(words("XADD pressboard:events * type x data broken"));
    QTRY_COMPARE(before.keeper.rejectedCount(), 1u);
    checkpointed(before);
    before.keeper.stop();
    addOrder(*m_redis, 100);

    LogServer after(*m_redis);
    after.start(false);
    QTRY_VERIFY(after.keeper.isCurrent());
    const auto cursor = after.log.ring().after(*away);
    QVERIFY(cursor);
    // All that came since, silent ones included, in order and byte by byte as the first server
    // made them.
    auto then = *before.log.ring().after(*away);
    auto now = *cursor;
    for (; then < before.log.ring().end(); ++then, ++now) {
        QCOMPARE(after.log.ring().at(now).id, before.log.ring().at(then).id);
        QCOMPARE(after.log.ring().at(now).text, before.log.ring().at(then).text);
    }
    QCOMPARE(now + 1, after.log.ring().end());
    QVERIFY(after.log.ring().after({})); // nothing was ever trimmed
}

void TestLogKeeper::fillsTheRestOfTheHistoryAfterALoss()
{
    constexpr int entries = 12 * HistoryFiller::page;
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("for i = 1, tonumber(ARGV[1]) do redis.call('XADD', "
                                     "'pressboard:events', '*', 'type', 'order_notification', "
                                     "'data', '{\"order_id\":1}') end"),
                      QStringLiteral("0"), QString::number(entries)});
    {
        LogServer first(*m_redis);
        first.start();
        QTRY_VERIFY(first.keeper.isCurrent());
        checkpointed(first);
    }
    const auto all = quint64(m_redis->number(words("XLEN pressboard:events")));
    LogServer second(*m_redis);
    second.start(false);
    const Ring &ring = second.log.ring();
    while (ring.first() == ring.end())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    second.commands.close();
    const Ring::Serial filled = ring.end() - ring.first();
    QVERIFY(filled > 0 && filled < all);
    second.commands.open();
    QTRY_VERIFY(second.keeper.isCurrent());
    QVERIFY(ring.after({})); // nothing was ever trimmed
    QCOMPARE(ring.end() - ring.first(), all);
    for (auto serial = ring.first() + 1; serial < ring.end(); ++serial)
        QVERIFY(ring.at(serial - 1).id < ring.at(serial).id);
}

void TestLogKeeper::agreesWithAnotherServer()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    for (int i = 0; i < 50; ++i)
        addOrder(*m_redis, 1 + i % 9, 1 + i % 4);
    QTRY_COMPARE(one.orders(), 9);
    checkpointed(one.writer.holdsLease() ? one : two);
    QTRY_COMPARE(one.log.position(), two.log.position());
    QVERIFY(one.log.book() == two.log.book());

    LogServer three(*m_redis);
    three.start(false);
    QTRY_VERIFY(three.keeper.isCurrent());
    QTRY_COMPARE(three.log.position(), one.log.position());
    QVERIFY(three.log.book() == one.log.book());
}

void TestLogKeeper::keepsItsPlaceWhenRedisRestarts()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    const QString epoch = server.epoch();
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QSignalSpy wasReset(&server.log, &EventLog::wasReset);
    QVERIFY(m_redis->restart());
    QTRY_COMPARE(lost.size(), 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(live.size(), 1);
    QTRY_COMPARE(server.orders(), 2);
    QCOMPARE(server.epoch(), epoch);
    QCOMPARE(wasReset.size(), 0);
}

void TestLogKeeper::writesBackIntoAnEmptyRedis()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    QVERIFY(m_redis->restartEmpty());
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 2);
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);

    // And life goes on, with rows that were touched at IDs of the lost log.
    addOrder(*m_redis, 1, 2);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Processing);
}

void TestLogKeeper::writesTheUsersBack()
{
    LogServer server(*m_redis);
    server.keeper.setUsersBackup([] {
        return Founder::RawUsers{{"wang", "{\"role\":\"admin\"}"}};
    });
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QCOMPARE(m_redis->number(words("HLEN pressboard:users")), 0);
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE(m_redis->command(words("HGET pressboard:users wang")),
                 QByteArray("{\"role\":\"admin\"}"));
}

void TestLogKeeper::mendsAFlushUnderALivingConnection()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    const QString epoch = server.epoch();
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QVERIFY(m_redis->flushAll());
    addOrder(*m_redis, 2); // nobody told the CRM
    QTRY_COMPARE(server.orders(), 2);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 2);
    QTRY_COMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 1);
    QCOMPARE(lost.size(), 0);
}

void TestLogKeeper::oneServerRestoresForAll()
{
    LogServer one(*m_redis);
    LogServer two(*m_redis);
    one.start();
    two.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(one.orders() + two.orders(), 2);
    checkpointed(one.writer.holdsLease() ? one : two);
    const QString epoch = one.epoch();
    QVERIFY(m_redis->restartEmpty());
    QTRY_VERIFY(one.epoch() != epoch);
    QTRY_COMPARE(one.epoch(), two.epoch());
    QTRY_VERIFY(one.keeper.isCurrent() && two.keeper.isCurrent());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(one.orders() + two.orders(), 4);
    QTRY_COMPARE(one.log.position(), two.log.position());
    QVERIFY(one.log.book() == two.log.book());
}

void TestLogKeeper::aFreshServerDoesNotBlankTheShop()
{
    LogServer knowing(*m_redis);
    knowing.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(knowing.orders(), 1);
    checkpointed(knowing);
    QVERIFY(m_redis->restartEmpty());
    LogServer fresh(*m_redis);
    fresh.start(false); // its checkpoints come no earlier than the other's look
    QTRY_COMPARE(fresh.orders(), 1);
    QTRY_COMPARE(fresh.epoch(), knowing.epoch());
    QCOMPARE(knowing.orders(), 1);
}

void TestLogKeeper::takesAnOlderRedisForTheTruth()
{
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        QTRY_COMPARE(first.orders(), 1);
        checkpointed(first);
    }
    QCOMPARE(m_redis->command(words("COPY pressboard:book old:book")), QByteArray("1"));
    QCOMPARE(m_redis->command(words("COPY pressboard:events old:events")), QByteArray("1"));

    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    // What a restored backup looks like, in one act.
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('RENAME','old:book','pressboard:book') "
                                     "redis.call('RENAME','old:events','pressboard:events')"),
                      QStringLiteral("0")});
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 1);
    QCOMPARE(m_redis->command(words("GET pressboard:epoch")), server.epoch().toLatin1());
    addOrder(*m_redis, 3);
    QTRY_COMPARE(server.orders(), 2);
}

void TestLogKeeper::reloadsWhatWasTrimmedBehindItsBack()
{
    LogServer slow(*m_redis);
    slow.start(false);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(slow.orders(), 1);
    slow.commands.close(); // it reads nothing for a while
    slow.reading.close();

    LogServer other(*m_redis);
    other.start();
    addOrder(*m_redis, 2);
    addOrder(*m_redis, 3);
    QTRY_COMPARE(other.orders(), 3);
    checkpointed(other);
    const QByteArray kept = other.log.position().toBytes();
    m_redis->command({QStringLiteral("XTRIM"), QStringLiteral("pressboard:events"),
                      QStringLiteral("MINID"), QString::fromLatin1(kept)});

    QSignalSpy wasReset(&slow.log, &EventLog::wasReset);
    slow.commands.open();
    slow.reading.open();
    QTRY_COMPARE(slow.orders(), 3);
    QCOMPARE(wasReset.size(), 1);
    QCOMPARE(slow.epoch(), other.epoch());
    QVERIFY(slow.log.book() == other.log.book());
}

void TestLogKeeper::movesTheEpochWhenThePastIsRewritten()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 1, 2);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Processing);
    QCOMPARE(server.orders(), 2);
}

void TestLogKeeper::movesTheEpochWhenTheLogIsShorter()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    const QString epoch = server.epoch();
    // IDs below ours, as after a failover to a replica that was behind.
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('DEL','pressboard:events') "
                                     "redis.call('XADD','pressboard:events','5-0','type',"
                                     "'order_notification','data','{\"order_id\":1,\"status\":3}')"),
                      QStringLiteral("0")});
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Completed);
    QCOMPARE(server.orders(), 2);
}

void TestLogKeeper::startsOnARewrittenLog()
{
    QString epoch;
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        QTRY_COMPARE(first.orders(), 1);
        checkpointed(first);
        epoch = first.epoch();
    }
    m_redis->command(words("DEL pressboard:events"));
    addOrder(*m_redis, 2);
    LogServer second(*m_redis);
    second.start();
    QTRY_VERIFY(second.keeper.isCurrent());
    QVERIFY(second.epoch() != epoch);
    QCOMPARE(second.orders(), 2);
}

void TestLogKeeper::saysLostWhenRedisHangs()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    m_redis->pause();
    const auto began = server.systemClock.monotonic();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 10'000);
    QVERIFY(server.systemClock.monotonic() - began < std::chrono::seconds(5));
    m_redis->resume();
    QTRY_COMPARE_WITH_TIMEOUT(live.size(), 1, 15'000);
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QCOMPARE(lost.size(), 1);
    QCOMPARE(live.size(), 1);
}

/// Both connections must answer: that Redis answers on one of them does not yet mean that the
/// other will not be given up a moment later.
void TestLogKeeper::staysLostUntilTheLogIsReadAgain()
{
    LogOptions options = LogServer::hurried();
    options.silenceLimit = std::chrono::milliseconds(700);
    LogServer server(*m_redis, options);
    server.start();
    checkpointed(server);
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    QSignalSpy live(&server.keeper, &LogKeeper::sourceLive);
    QSignalSpy looked(&server.keeper, &LogKeeper::checkpointSeen);
    const auto began = server.systemClock.monotonic();
    addOrder(*m_redis, 1); // the XREAD that follows it blocks its whole time
    QTRY_COMPARE(server.orders(), 1);
    m_redis->pause();
    QTRY_COMPARE(lost.size(), 1);
    m_redis->resume();
    looked.clear();
    QTRY_VERIFY(looked.size() >= 2);
    const auto now = server.systemClock.monotonic();
    if (now - began < redis::StreamReader::block)
        QCOMPARE(live.size(), 0);
    QTRY_COMPARE(live.size(), 1);
    QCOMPARE(lost.size(), 1);
}

void TestLogKeeper::saysLostWhenRedisDies()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    m_redis->kill();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!server.keeper.isCurrent());
    QVERIFY(!server.keeper.source().isLive());
}

void TestLogKeeper::refusesAnEvictingRedis()
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

void TestLogKeeper::warnsOfAnEvictingRedisWhileServing()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    m_redis->command(words("CONFIG SET maxmemory-policy allkeys-lru"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Eviction));
    QVERIFY(server.keeper.isCurrent());
}

void TestLogKeeper::warnsWithoutAppendOnlyFile()
{
    m_redis->command(words("CONFIG SET appendonly no"));
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QVERIFY(hasProblem(server.keeper, Problem::Kind::NotDurable));
}

void TestLogKeeper::saysThatTheLogIsPoisoned()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    addOrder(*m_redis, 1, 1, QStringLiteral("9999999999999-0"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Poisoned));
    QTRY_COMPARE(server.orders(), 1); // said, not fatal
    QVERIFY(server.keeper.isCurrent());
}

void TestLogKeeper::keepsRowsItCannotRead()
{
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        addOrder(*m_redis, 2);
        QTRY_COMPARE(first.orders(), 2);
        checkpointed(first);
    }
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

void TestLogKeeper::forgetsARowThatIsPublishedAgain()
{
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        QTRY_COMPARE(first.orders(), 1);
        checkpointed(first);
    }
    m_redis->command(words("HSET pressboard:book order:1 {broken order:3 {broken"));
    LogServer second(*m_redis);
    second.start();
    QTRY_VERIFY(hasProblem(second.keeper, Problem::Kind::UnreadableRows));
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 3);
    QTRY_VERIFY(second.keeper.problems().isEmpty());
    QCOMPARE(second.orders(), 2);
}

void TestLogKeeper::rebuildsADamagedMetaFromTheLog()
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

void TestLogKeeper::refusesADamagedMetaWithoutTheBeginning()
{
    {
        LogServer first(*m_redis);
        first.start();
        addOrder(*m_redis, 1);
        addOrder(*m_redis, 2);
        QTRY_COMPARE(first.orders(), 2);
        checkpointed(first);
    }
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

void TestLogKeeper::refusesABookFromTheFuture()
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

void TestLogKeeper::saysThatAKeyWasWrittenOver_data()
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

void TestLogKeeper::saysThatAKeyWasWrittenOver()
{
    QFETCH(QString, key);
    QFETCH(QString, what);
    QFETCH(bool, staysLive);
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    checkpointed(server);
    m_redis->command({QStringLiteral("EVAL"),
                      QStringLiteral("redis.call('DEL', KEYS[1]) redis.call('GEOADD', KEYS[1], 1, 1, "
                                     "'x')"),
                      QStringLiteral("1"), key});
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
    QTRY_COMPARE(server.keeper.source().isLive(), staysLive);
    for (const Problem &problem : server.keeper.problems()) {
        QCOMPARE(problem.text.left(problem.text.indexOf(u';')),
                 QStringLiteral("The key %1 is a zset, not %2: somebody wrote over it. Rename or "
                                "delete it").arg(key, what));
    }
    m_redis->command({QStringLiteral("DEL"), key});
    QTRY_VERIFY(server.keeper.problems().isEmpty() && server.keeper.isCurrent());
    QVERIFY(server.keeper.source().isLive());
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 2);
    checkpointed(server);
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);
}

void TestLogKeeper::comesBackToLifeWithAnOverwrittenBook()
{
    LogOptions options = LogServer::hurried();
    options.silenceLimit = std::chrono::milliseconds(700);
    LogServer server(*m_redis, options);
    server.start();
    checkpointed(server);
    m_redis->command(words("SET pressboard:book x"));
    QTRY_VERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
    QSignalSpy lost(&server.keeper, &LogKeeper::sourceLost);
    m_redis->pause();
    QTRY_COMPARE(lost.size(), 1);
    m_redis->resume();
    QTRY_VERIFY(server.keeper.source().isLive());
    QVERIFY(hasProblem(server.keeper, Problem::Kind::Overwritten));
}

void TestLogKeeper::waitsForAnOverwrittenBookAtStart()
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

QTEST_GUILESS_MAIN(TestLogKeeper)
#include "tst_log_keeper.moc"
