// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/inbox_appender.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// Inboxes → the log of a real Redis: each entry once, whoever hands it over.
class TestInboxAppender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void appendsOnce();
    void appendsWhatAnotherServerHasNot();
    void tellsStampsApart();
    void takesSeveralStampsAtOnce();
    void writesRejects();
    void goesOnWithoutRejects();
    void appendsNothingTwiceAfterAnError();
    void saysWhenRedisIsAway();

private:
    Result<InboxSink::Taken> take(const QList<InboxItem> &items);
    QByteArray command(const char *line) const;
    /// The orders in the log, in its order.
    QByteArrayList orders() const;

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<redis::Connection> m_connection;
    std::unique_ptr<InboxAppender> m_appender;
};

static StreamId inboxId(quint64 sequence)
{
    // Beyond what Lua's numbers keep apart.
    return StreamId{1'795'454'713'910, 9'007'199'254'740'992 + sequence};
}

static InboxItem item(quint64 sequence, const QByteArray &stamp = "a")
{
    Event event;
    event.type = event_type::order;
    event.data = {{QStringLiteral("order_id"), qint64(sequence)}};
    event.source = QStringLiteral("channels");
    return {stamp, inboxId(sequence), event};
}

static InboxItem reject(quint64 sequence)
{
    return {"a", inboxId(sequence), Rejected{inboxId(sequence), QStringLiteral("why"), "bytes"}};
}

void TestInboxAppender::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_connection = std::make_unique<redis::Connection>(
        redis::Endpoint::parse(m_redis->url()).value(), QStringLiteral("test:inbox"));
    m_appender = std::make_unique<InboxAppender>(*m_connection, redis::Keys());
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

void TestInboxAppender::cleanup()
{
    m_appender.reset();
    m_connection.reset();
    m_redis.reset();
}

Result<InboxSink::Taken> TestInboxAppender::take(const QList<InboxItem> &items)
{
    std::optional<Result<InboxSink::Taken>> answer;
    m_appender->take(items, [&answer](const auto &said) { answer = said; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return Error{QStringLiteral("no answer")};
    return *answer;
}

QByteArray TestInboxAppender::command(const char *line) const
{
    return m_redis->command(QString::fromLatin1(line).split(u' '));
}

QByteArrayList TestInboxAppender::orders() const
{
    QByteArrayList all;
    for (const QByteArray &line : command("XRANGE pressboard:events - +").split('\n')) {
        if (line.startsWith("{\"order_id\":"))
            all.append(line.mid(12).chopped(1));
    }
    return all;
}

void TestInboxAppender::appendsOnce()
{
    const auto first = take({item(1), item(2), item(3)});
    QVERIFY(first.ok());
    QCOMPARE(first->events, 3);
    const auto again = take({item(1), item(2), item(3)});
    QVERIFY(again.ok());
    QCOMPARE(again->events, 0);
    QCOMPARE(orders(), (QByteArrayList{"1", "2", "3"}));
    QVERIFY(command("TTL pressboard:taken:a").toInt() > 29 * 86'400);
}

void TestInboxAppender::appendsWhatAnotherServerHasNot()
{
    QVERIFY(take({item(1), item(2)}).ok());
    const auto more = take({item(1), item(2), item(3), item(4)});
    QVERIFY(more.ok());
    QCOMPARE(more->events, 2);
    QVERIFY(take({item(2), item(3)}).ok()); // who was held for a while
    QCOMPARE(orders(), (QByteArrayList{"1", "2", "3", "4"}));
}

void TestInboxAppender::tellsStampsApart()
{
    QVERIFY(take({item(5, "a")}).ok());
    const auto other = take({item(4, "b")}); // an inbox whose IDs began anew
    QVERIFY(other.ok());
    QCOMPARE(other->events, 1);
    QCOMPARE(orders(), (QByteArrayList{"5", "4"}));
}

void TestInboxAppender::takesSeveralStampsAtOnce()
{
    QVERIFY(take({item(1, "a"), item(2, "b")}).ok());
    QVERIFY(take({item(1, "a"), item(2, "b"), item(3, "a"), item(4, "b"), item(5, "c")}).ok());
    QCOMPARE(orders(), (QByteArrayList{"1", "2", "3", "4", "5"}));
}

void TestInboxAppender::writesRejects()
{
    const auto taken = take({item(1), reject(2), item(3)});
    QVERIFY(taken.ok());
    QCOMPARE(taken->events, 2);
    QCOMPARE(taken->rejected, 1);
    QVERIFY(take({item(1), reject(2), item(3)}).ok());
    QCOMPARE(command("XLEN pressboard:rejected"), "1");
    QVERIFY(command("XRANGE pressboard:rejected - +")
                .endsWith("id\n" + inboxId(2).toBytes() + "\nreason\nwhy\nhead\nbytes"));
}

void TestInboxAppender::goesOnWithoutRejects()
{
    QCOMPARE(command("SET pressboard:rejected x"), "OK");
    const auto taken = take({item(1), reject(2), item(3)});
    QVERIFY(taken.ok());
    QCOMPARE(taken->rejected, 0);
    QCOMPARE(orders(), (QByteArrayList{"1", "3"}));
}

void TestInboxAppender::appendsNothingTwiceAfterAnError()
{
    QVERIFY(take({item(1)}).ok());
    QCOMPARE(command("RENAME pressboard:events elsewhere"), "OK");
    QCOMPARE(command("SET pressboard:events x"), "OK");
    const auto refused = take({item(1), item(2), item(3)});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("pressboardctl status")));
    QCOMPARE(command("RENAME elsewhere pressboard:events"), "OK");
    QVERIFY(take({item(1), item(2), item(3)}).ok());
    QCOMPARE(orders(), (QByteArrayList{"1", "2", "3"}));
}

void TestInboxAppender::saysWhenRedisIsAway()
{
    m_connection->close();
    const auto taken = take({item(1)});
    QVERIFY(!taken);
    QVERIFY(taken.error().transient);
}

QTEST_GUILESS_MAIN(TestInboxAppender)
#include "tst_inbox_appender.moc"
