// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/stream_reader.h"
#include "server/redis/subscriber.h"

#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pressboard::server::redis;
using pressboard::StreamId;
using pressboard::test::RedisFixture;

/// Following a stream, and channels, through whatever happens to Redis.
class TestStreamReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void readsFromTheBeginning();
    void readsLongStreamsInBatches();
    void readsWhatComesLater();
    void saysWhenNothingComes();
    void followsThroughKill();
    void saysErrors_data();
    void saysErrors();
    void saysWhenTheKeyGoesAway();
    void stops();
    void movesElsewhere();
    void saysWhatWasThereBefore();
    void noticesSilentRedis();
    void subscribesAgainAfterKill();
    void hearsEveryChannel();
    void noticesWhenItsChannelIsForbidden();

private:
    void add(int number);
    QList<int> numbers() const;
    void follow(StreamId after);

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<StreamReader> m_reader;
    QList<StreamEntry> m_entries;
};

void TestStreamReader::initTestCase()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
}

void TestStreamReader::init()
{
    QVERIFY(m_redis->isRunning() || m_redis->start());
    QVERIFY(m_redis->flushAll());
    m_entries.clear();
    m_connection =
        std::make_unique<Connection>(*Endpoint::parse(m_redis->url()), QStringLiteral("test:read"));
    m_reader = std::make_unique<StreamReader>(*m_connection, "events", "epoch");
    connect(m_reader.get(), &StreamReader::entriesRead, this,
            [this](const QList<StreamEntry> &entries) { m_entries += entries; });
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

void TestStreamReader::cleanup()
{
    m_reader.reset();
    m_connection.reset();
}

void TestStreamReader::add(int number)
{
    m_redis->command({QStringLiteral("XADD"), QStringLiteral("events"), QStringLiteral("*"),
                      QStringLiteral("n"), QString::number(number)});
}

QList<int> TestStreamReader::numbers() const
{
    QList<int> numbers;
    for (const StreamEntry &entry : m_entries)
        numbers.append(entry.field("n").toInt());
    return numbers;
}

void TestStreamReader::readsFromTheBeginning()
{
    add(1);
    add(2);
    m_reader->follow(StreamId{});
    QVERIFY(m_reader->isFollowing());
    QTRY_COMPARE(numbers(), (QList{1, 2}));
    QVERIFY(m_entries[0].id < m_entries[1].id);
}

void TestStreamReader::readsLongStreamsInBatches()
{
    QSignalSpy batches(m_reader.get(), &StreamReader::entriesRead);
    constexpr int count = 2500;
    const QString script =
        QStringLiteral("for i = 1, %1 do redis.call('XADD', 'events', '*', 'n', i) end").arg(count);
    m_redis->command({QStringLiteral("EVAL"), script, QStringLiteral("0")});
    m_reader->follow(StreamId{});
    QTRY_COMPARE(m_entries.size(), count);
    QCOMPARE(batches.size(), 3);
    for (int i = 0; i < count; ++i)
        QCOMPARE(m_entries[i].field("n").toInt(), i + 1);
}

void TestStreamReader::readsWhatComesLater()
{
    m_reader->follow(StreamId{});
    for (int i = 0; i < 5; ++i) {
        add(i);
        QTRY_COMPARE(m_entries.size(), i + 1);
    }
    QCOMPARE(numbers(), (QList{0, 1, 2, 3, 4}));
}

void TestStreamReader::saysWhenNothingComes()
{
    QSignalSpy timedOut(m_reader.get(), &StreamReader::timedOut);
    m_reader->follow(StreamId{});
    QTRY_COMPARE(timedOut.size(), 1);
    add(1); // and goes on
    QTRY_COMPARE(numbers(), QList{1});
}

void TestStreamReader::followsThroughKill()
{
    // As log/ does: again from the last entry read, after each reconnect.
    const auto goOn = [this] {
        m_reader->follow(m_entries.isEmpty() ? StreamId{} : m_entries.last().id);
    };
    connect(m_connection.get(), &Connection::becameReady, m_reader.get(), goOn);
    goOn();
    QList<int> expected;
    for (int round = 0; round < 3; ++round) {
        add(2 * round);
        expected << 2 * round << 2 * round + 1;
        QTRY_COMPARE(m_entries.size(), 2 * round + 1);
        QVERIFY(m_redis->restart());
        add(2 * round + 1);
        QTRY_COMPARE(numbers(), expected);
    }
}

void TestStreamReader::saysErrors_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another type") << QStringList{QStringLiteral("SET"), QStringLiteral("events"),
                                                 QStringLiteral("x")}
                                  << "WRONGTYPE";
    QTest::newRow("forbidden") << QStringList{QStringLiteral("ACL"), QStringLiteral("SETUSER"),
                                              QStringLiteral("default"), QStringLiteral("-xread")}
                               << "NOPERM";
}

void TestStreamReader::saysErrors()
{
    QFETCH(QStringList, command);
    QFETCH(QString, reason);
    QCOMPARE(m_redis->command(command), QByteArray("OK"));
    QSignalSpy failed(m_reader.get(), &StreamReader::failed);
    m_reader->follow(StreamId{});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().startsWith(reason));
    QVERIFY(!m_reader->isFollowing());
    QVERIFY(m_connection->isReady());
    m_redis->command({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("default"),
                      QStringLiteral("+@all")});
}

void TestStreamReader::saysWhenTheKeyGoesAway()
{
    add(1);
    m_reader->follow(StreamId{});
    QTRY_COMPARE(m_entries.size(), 1);
    // A waiting XREAD is not told of FLUSHALL or DEL: its time-out is when log/ finds out.
    QSignalSpy timedOut(m_reader.get(), &StreamReader::timedOut);
    QVERIFY(m_redis->flushAll());
    QTRY_COMPARE(timedOut.size(), 1);
    add(2);
    QVERIFY(m_reader->isFollowing());
}

void TestStreamReader::stops()
{
    QSignalSpy timedOut(m_reader.get(), &StreamReader::timedOut);
    m_reader->follow(StreamId{});
    m_reader->stop();
    QVERIFY(!m_reader->isFollowing());
    add(1);
    bool answered = false;
    m_connection->command({"PING"}, this, [&](const Reply &) { answered = true; });
    QTRY_VERIFY(answered); // behind the XREAD
    QVERIFY(m_entries.isEmpty());
    QVERIFY(timedOut.isEmpty());
}

void TestStreamReader::movesElsewhere()
{
    add(1);
    add(2);
    m_reader->follow(StreamId{});
    QTRY_COMPARE(m_entries.size(), 2);
    m_reader->follow(m_entries[0].id); // while an XREAD still waits
    QTRY_COMPARE(numbers(), (QList{1, 2, 2}));
    add(3);
    QTRY_COMPARE(numbers(), (QList{1, 2, 2, 3}));
}

void TestStreamReader::saysWhatWasThereBefore()
{
    QList<StreamReader::Before> before;
    connect(m_reader.get(), &StreamReader::entriesRead, this,
            [&] { before.append(m_reader->before()); });
    m_reader->follow(StreamId{});
    add(1);
    QTRY_COMPARE(before.size(), 1);
    QVERIFY(!before[0].entry);
    QCOMPARE(before[0].epoch, std::optional(QByteArray()));
    m_redis->command({QStringLiteral("SET"), QStringLiteral("epoch"), QStringLiteral("e")});
    add(2);
    QTRY_COMPARE(before.size(), 2);
    QCOMPARE(before[1].entry->field("n"), QByteArray("1"));
    QCOMPARE(before[1].epoch, std::optional(QByteArray("e")));
    m_redis->command({QStringLiteral("HSET"), QStringLiteral("other"), QStringLiteral("a"),
                      QStringLiteral("b")});
    m_redis->command({QStringLiteral("RENAME"), QStringLiteral("other"), QStringLiteral("epoch")});
    add(3);
    QTRY_COMPARE(before.size(), 3);
    QVERIFY(!before[2].epoch);
}

void TestStreamReader::noticesSilentRedis()
{
    QSignalSpy lost(m_connection.get(), &Connection::becameLost);
    m_reader->follow(StreamId{});
    m_redis->pause();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 20'000);
    m_redis->resume();
    QVERIFY(lost[0][0].toString().contains(QStringLiteral("not answered for 4 s")));
    QVERIFY(!m_reader->isFollowing());
    QTRY_VERIFY(m_connection->isReady());
}

void TestStreamReader::subscribesAgainAfterKill()
{
    Subscriber subscriber(*m_connection, {"a"});
    QSignalSpy subscribed(&subscriber, &Subscriber::subscribed);
    QSignalSpy heard(&subscriber, &Subscriber::messageReceived);
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE(subscribed.size(), round);
        QCOMPARE(m_redis->number(
                     {QStringLiteral("PUBLISH"), QStringLiteral("a"), QString::number(round)}),
                 1);
        QTRY_COMPARE(heard.size(), round);
        QCOMPARE(heard.last()[0].toByteArray(), QByteArray("a"));
        QCOMPARE(heard.last()[1].toByteArray(), QByteArray::number(round));
        QVERIFY(m_redis->restart());
    }
}

void TestStreamReader::hearsEveryChannel()
{
    Subscriber subscriber(*m_connection, {"a", "b"});
    QSignalSpy heard(&subscriber, &Subscriber::messageReceived);
    QTRY_VERIFY(subscriber.isSubscribed());
    // A command's answer and a message that looks like one are not mixed up.
    int pongs = 0;
    for (int i = 0; i < 3; ++i)
        m_connection->command({"PING"}, this, [&](const Reply &) { ++pongs; });
    for (const auto &channel : {QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")})
        m_redis->command({QStringLiteral("PUBLISH"), channel, QStringLiteral("pong")});
    QTRY_COMPARE(heard.size(), 2);
    QCOMPARE(heard[0][0].toByteArray(), QByteArray("b"));
    QCOMPARE(heard[1][0].toByteArray(), QByteArray("a"));
    QTRY_COMPARE(pongs, 3);
}

void TestStreamReader::noticesWhenItsChannelIsForbidden()
{
    m_redis->command({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("default"),
                      QStringLiteral("resetchannels")});
    Subscriber subscriber(*m_connection, {"a"});
    QSignalSpy failed(&subscriber, &Subscriber::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().startsWith(QStringLiteral("NOPERM")));
    QVERIFY(!subscriber.isSubscribed());
    m_redis->command({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("default"),
                      QStringLiteral("allchannels")});
}

QTEST_GUILESS_MAIN(TestStreamReader)
#include "tst_stream_reader.moc"
