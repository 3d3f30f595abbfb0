// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_scripts.h"
#include "server/redis/connection.h"
#include "server/redis/stream_entry.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard::server;
using namespace pressboard::test;

/// The script that empties Django's keys: what it moves and answers at once, and what the inbox
/// may hold.
class TestChannelDrain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void movesNoMoreBytesThanAllowed();
    void answersNoMoreBytesThanAllowed();
    void answersOneThatIsLargerThanAllowed();
    void answersAllPages();
    void keepsNoMoreBytesThanAllowed();
    void keepsNoMoreMessagesThanAllowed();
    void countsWhatIsInTheInbox();
    void countsAnewAfterAnotherHand();

private:
    struct Bounds
    {
        int messages = 1000;
        qint64 bytes = 1'000'000;
        qint64 bytesAtOnce = 1'000'000;
        int answered = 250;
    };
    struct Answer
    {
        qint64 waiting = 0;
        qint64 bytes = 0;
        bool isMore = false;
        bool isFull = false;
        QList<redis::StreamEntry> entries;
    };

    redis::Reply run(const Bounds &bounds, const QByteArrayList &settled);
    Answer drain(const Bounds &bounds, const QByteArrayList &settled = {});
    void push(int messages, int bytes);
    qint64 number(const char *command) { return m_redis.number(words(command)); }

    RedisFixture m_redis;
    std::unique_ptr<redis::Connection> m_connection;
};

void TestChannelDrain::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
    const auto endpoint = redis::Endpoint::parse(m_redis.url());
    m_connection = std::make_unique<redis::Connection>(*endpoint, QStringLiteral("test:drain"));
    m_connection->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isReady(), 20'000);
    QVERIFY(drain({}).entries.isEmpty()); // makes the inbox
}

redis::Reply TestChannelDrain::run(const Bounds &bounds, const QByteArrayList &settled)
{
    const auto text = [](qint64 number) { return QByteArray::number(number); };
    std::optional<redis::Reply> reply;
    m_connection->script(channel_scripts::drain(), {"inbox", "inbox-bytes", "data", "wake"},
                         QByteArrayList{"name", "name", "stamp", text(bounds.messages),
                                        text(bounds.bytes), "500", text(bounds.answered),
                                        text(bounds.bytesAtOnce), "262144", "4096"}
                             + settled,
                         this, [&](const redis::Reply &to) { reply = to; });
    return QTest::qWaitFor([&] { return reply.has_value(); }, 20'000) ? *reply : redis::Reply();
}

TestChannelDrain::Answer TestChannelDrain::drain(const Bounds &bounds,
                                                 const QByteArrayList &settled)
{
    const redis::Reply reply = run(bounds, settled);
    if (reply.items.size() != 8) {
        qWarning() << reply.text;
        return {};
    }
    return {reply.items[1].integer, reply.items[2].integer, reply.items[3].integer > 0,
            reply.items[4].integer > 0, redis::entriesFromReply(reply.items[6])};
}

void TestChannelDrain::push(int messages, int bytes)
{
    const QString script = QStringLiteral("for i = 1, ARGV[1] do "
                                          "redis.call('LPUSH', 'data', string.rep('x', ARGV[2])) "
                                          "end return redis.call('LLEN', 'data')");
    QVERIFY(m_redis.number({QStringLiteral("EVAL"), script, QStringLiteral("0"),
                            QString::number(messages), QString::number(bytes)})
            >= messages);
}

void TestChannelDrain::movesNoMoreBytesThanAllowed()
{
    push(20, 10'000);
    const Answer first = drain({.bytesAtOnce = 50'000});
    QCOMPARE(first.waiting, 5);
    QVERIFY(first.isMore);
    QVERIFY(!first.isFull);
    QCOMPARE(number("LLEN data"), 15);
}

void TestChannelDrain::answersNoMoreBytesThanAllowed()
{
    push(20, 10'000);
    QCOMPARE(drain({.answered = 0}).waiting, 20);
    QCOMPARE(drain({.bytesAtOnce = 50'000}).entries.size(), 5);
}

void TestChannelDrain::answersOneThatIsLargerThanAllowed()
{
    push(2, 10'000);
    QCOMPARE(drain({.answered = 0}).waiting, 2);
    QCOMPARE(drain({.bytesAtOnce = 1000}).entries.size(), 1);
}

/// They are read in pages of sixteen.
void TestChannelDrain::answersAllPages()
{
    push(100, 10);
    QCOMPARE(drain({.answered = 0}).waiting, 100);
    for (const int wanted : {1, 15, 16, 17, 32, 33, 99, 100, 101}) {
        const auto entries = drain({.answered = wanted}).entries;
        QCOMPARE(entries.size(), std::min(wanted, 100));
        for (qsizetype i = 1; i < entries.size(); ++i)
            QVERIFY(entries[i - 1].id < entries[i].id);
    }
}

void TestChannelDrain::keepsNoMoreBytesThanAllowed()
{
    push(20, 10'000);
    const Answer answer = drain({.bytes = 55'000});
    QCOMPARE(answer.waiting, 5);
    QVERIFY(answer.bytes <= 55'000);
    QVERIFY(answer.isFull);
    QVERIFY(!answer.isMore);
    QCOMPARE(number("LLEN data"), 15);
    QVERIFY(!drain({}).isFull);
}

void TestChannelDrain::keepsNoMoreMessagesThanAllowed()
{
    push(20, 10);
    const Answer answer = drain({.messages = 7});
    QCOMPARE(answer.waiting, 7);
    QVERIFY(answer.isFull);
    // Exactly full, and nothing is left behind.
    QCOMPARE(number("DEL data"), 1);
    QVERIFY(!drain({.messages = 7}).isFull);
}

void TestChannelDrain::countsWhatIsInTheInbox()
{
    push(3, 1000);
    const Answer three = drain({});
    QVERIFY(three.bytes > 3000 && three.bytes < 3300);
    QCOMPARE(number("GET inbox-bytes"), three.bytes);
    const Answer two = drain({}, {three.entries.first().id.toBytes(), "stamp"});
    QCOMPARE(two.waiting, 2);
    QCOMPARE(two.bytes * 3, three.bytes * 2);
    // Somebody else's entry of that ID is not deleted, and not counted.
    QCOMPARE(drain({}, {three.entries.last().id.toBytes(), "other"}).bytes, two.bytes);
    QVERIFY(m_redis.command(words("DEL inbox")) == "1");
    QCOMPARE(drain({}).bytes, 0);
    QCOMPARE(number("EXISTS inbox-bytes"), 0);
}

void TestChannelDrain::countsAnewAfterAnotherHand()
{
    push(2, 1000);
    const Answer before = drain({});
    for (const char *command :
         {"SET inbox-bytes 5", "SET inbox-bytes x", "DEL inbox-bytes", "RPUSH inbox-bytes x"}) {
        m_redis.command(words(command));
        QCOMPARE(drain({}).waiting, 2);
    }
    QByteArrayList settled;
    for (const redis::StreamEntry &entry : before.entries)
        settled << entry.id.toBytes() << "stamp";
    const Answer empty = drain({}, settled);
    QCOMPARE(empty.waiting, 0);
    QCOMPARE(empty.bytes, 0);
    push(2, 1000);
    QCOMPARE(drain({}).bytes, before.bytes);
}

QTEST_GUILESS_MAIN(TestChannelDrain)
#include "tst_channel_drain.moc"
