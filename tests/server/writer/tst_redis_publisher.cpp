// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/redis_publisher.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

Event notice()
{
    Event event;
    event.type = event_type::notice;
    event.data = {{QStringLiteral("message"), QStringLiteral("停机检修")}};
    event.groups = Audience({QStringLiteral("dept_3"), QStringLiteral("dept_1")});
    event.source = QStringLiteral("client");
    return event;
}

} // namespace

class TestRedisPublisher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void storesAnEvent();
    void storesARefOnce();
    void storesAListUnderOneRef();
    void tellsWhatARefIsKnownForAndStoresNothing();
    void tellsWhatIsSaidUnderARefApart();
    void knowsWhatEarlierVersionsRemembered_data();
    void knowsWhatEarlierVersionsRemembered();
    void remembersWhatEarlierVersionsRead();
    void storesARefAgainInAnotherLog();
    void knowsARefWhoseEntryWasTrimmed();
    void tellsUsersApart();
    void appendsOnlyBehindWhatWasRead();
    void saysWhenRedisIsAway();
    void saysWhenRedisRefuses();

private:
    std::optional<StreamId> published(const QString &user, const QString &ref);
    Storage stored(const QString &ref, const QByteArray &hash, int events = 1);

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<redis::Connection> m_connection;
    std::unique_ptr<RedisPublisher> m_publisher;
    Error m_error;
};

void TestRedisPublisher::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_connection = std::make_unique<redis::Connection>(
        redis::Endpoint::parse(m_redis->url()).value(), QStringLiteral("test:publish"));
    m_publisher = std::make_unique<RedisPublisher>(*m_connection, redis::Keys());
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

void TestRedisPublisher::cleanup()
{
    m_publisher.reset();
    m_connection.reset();
    m_redis.reset();
}

std::optional<StreamId> TestRedisPublisher::published(const QString &user, const QString &ref)
{
    std::optional<StreamId> id;
    bool answered = false;
    m_publisher->publish({user, ref, {}, {notice()}}, [&](const Result<Storage> &stored) {
        answered = true;
        if (stored)
            id = stored->ids.first();
        else
            m_error = stored.error();
    });
    [&] { QTRY_VERIFY(answered); }();
    return id;
}

void TestRedisPublisher::storesAnEvent()
{
    const auto id = published(QStringLiteral("wang"), QStringLiteral("r1"));
    QVERIFY(id);
    const QByteArray entry = m_redis->command(words("XRANGE pressboard:events - +"));
    QCOMPARE(entry,
             id->toBytes()
                 + "\ntype\ngeneral_notification\ndata\n{\"message\":\"停机检修\"}\n"
                   "groups\ndept_1,dept_3\nsrc\nclient");
}

void TestRedisPublisher::storesARefOnce()
{
    const auto first = published(QStringLiteral("wang"), QStringLiteral("r1"));
    const auto second = published(QStringLiteral("wang"), QStringLiteral("r1"));
    QVERIFY(first);
    QCOMPARE(second, first);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
    const qint64 seconds = m_redis->number(words("TTL pressboard:ref:wang:r1"));
    QVERIFY(seconds > 86'000 && seconds <= 86'400);
    QVERIFY(published(QStringLiteral("wang"), QStringLiteral("r2")) != first);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 2);
}

Storage TestRedisPublisher::stored(const QString &ref, const QByteArray &hash, int events)
{
    std::optional<Storage> storage;
    m_publisher->publish(
        {QStringLiteral("wang"), ref, hash, QList<Event>(events, notice())},
        [&](const Result<Storage> &stored) { storage = stored ? *stored : Storage(); });
    [&] { QTRY_VERIFY(storage.has_value()); }();
    return storage.value_or(Storage());
}

void TestRedisPublisher::storesAListUnderOneRef()
{
    m_redis->command(words("SET pressboard:epoch e1"));
    const Storage first = stored(QStringLiteral("r1"), "h", 3);
    QCOMPARE(first.kind, Storage::Kind::New);
    QCOMPARE(first.ids.size(), 3);
    const Storage again = stored(QStringLiteral("r1"), "h", 3);
    QCOMPARE(again.kind, Storage::Kind::Again);
    QCOMPARE(again.ids, first.ids);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 3);
    // Under another epoch its last entry says whether it is there, since one act wrote them all.
    m_redis->command(words("SET pressboard:epoch e2"));
    QCOMPARE(stored(QStringLiteral("r1"), "h", 3).ids, first.ids);
    m_redis->command(words("XDEL pressboard:events") << first.ids.last().toString());
    QCOMPARE(stored(QStringLiteral("r1"), "h", 3).kind, Storage::Kind::New);
}

void TestRedisPublisher::tellsWhatARefIsKnownForAndStoresNothing()
{
    QCOMPARE(stored(QStringLiteral("r1"), "h", 0).kind, Storage::Kind::Unknown);
    QCOMPARE(m_redis->number(words("EXISTS pressboard:events pressboard:ref:wang:r1")), 0);
    const Storage first = stored(QStringLiteral("r1"), "h", 2);
    QCOMPARE(stored(QStringLiteral("r1"), "h", 0).ids, first.ids);
    QCOMPARE(stored(QStringLiteral("r1"), "other", 0).kind, Storage::Kind::Other);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 2);
}

void TestRedisPublisher::tellsWhatIsSaidUnderARefApart()
{
    const Storage first = stored(QStringLiteral("r1"), "h1");
    const Storage other = stored(QStringLiteral("r1"), "h2");
    QCOMPARE(other.kind, Storage::Kind::Other);
    QVERIFY(other.ids.isEmpty());
    // Who does not say a hash does not ask.
    QCOMPARE(stored(QStringLiteral("r1"), {}).ids, first.ids);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
}

/// What earlier versions remembered: the ID and the epoch, or the ID alone.
void TestRedisPublisher::knowsWhatEarlierVersionsRemembered_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("id") << QByteArray("5-1");
    QTest::newRow("id and epoch") << QByteArray("5-1 e1");
}

void TestRedisPublisher::knowsWhatEarlierVersionsRemembered()
{
    QFETCH(QByteArray, value);
    m_redis->command(words("SET pressboard:epoch e1"));
    m_redis->command(words("SET pressboard:ref:wang:r1") << QString::fromLatin1(value));
    const Storage again = stored(QStringLiteral("r1"), "h");
    QCOMPARE(again.kind, Storage::Kind::Again);
    QCOMPARE(again.ids, QList<StreamId>({StreamId{5, 1}}));
}

/// An earlier version beside this one takes the first two words for the ID and an epoch that is
/// none of its own: it looks whether the entry is there.
void TestRedisPublisher::remembersWhatEarlierVersionsRead()
{
    m_redis->command(words("SET pressboard:epoch e1"));
    const Storage storage = stored(QStringLiteral("r1"), "h", 2);
    QCOMPARE(m_redis->command(words("GET pressboard:ref:wang:r1")),
             storage.ids[0].toBytes() + " e1 h " + storage.ids[1].toBytes());
}

/// An ID that is in no log is no acknowledgement: after a reset, or when Redis lost the log's end.
void TestRedisPublisher::storesARefAgainInAnotherLog()
{
    m_redis->command(words("SET pressboard:epoch e1"));
    const auto lost = published(QStringLiteral("wang"), QStringLiteral("r1"));
    m_redis->command(words("DEL pressboard:events"));
    m_redis->command(words("SET pressboard:epoch e2"));
    const auto again = published(QStringLiteral("wang"), QStringLiteral("r1"));
    QVERIFY(lost && again && again != lost);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
    QCOMPARE(published(QStringLiteral("wang"), QStringLiteral("r1")), again);
    // One that the log kept over the change counts.
    m_redis->command(words("SET pressboard:epoch e3"));
    QCOMPARE(published(QStringLiteral("wang"), QStringLiteral("r1")), again);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
}

void TestRedisPublisher::knowsARefWhoseEntryWasTrimmed()
{
    m_redis->command(words("SET pressboard:epoch e1"));
    const auto first = published(QStringLiteral("wang"), QStringLiteral("r1"));
    m_redis->command(words("XTRIM pressboard:events MAXLEN 0"));
    QCOMPARE(published(QStringLiteral("wang"), QStringLiteral("r1")), first);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 0);
}

void TestRedisPublisher::tellsUsersApart()
{
    const auto first = published(QStringLiteral("wang"), QStringLiteral("r"));
    QVERIFY(published(QStringLiteral("li"), QStringLiteral("r")) != first);
}

void TestRedisPublisher::appendsOnlyBehindWhatWasRead()
{
    const auto appended = [this](StreamId last, int count) {
        std::optional<QList<Event>> events;
        m_publisher->appendAfter(last, QList<Event>(count, notice()),
                                 [&](const Result<QList<Event>> &stored) {
                                     events = stored ? *stored : QList<Event>();
                                 });
        [&] { QTRY_VERIFY(events.has_value()); }();
        return events.value_or(QList<Event>());
    };
    const QList<Event> first = appended({}, 3); // an empty log
    QCOMPARE(first.size(), 3);
    QVERIFY(first[0].id < first[1].id && first[1].id < first[2].id);
    QCOMPARE(appended(first[1].id, 1).size(), 0);
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 3);
    QCOMPARE(appended(first[2].id, 1).size(), 1);
    const QByteArray entry = m_redis->command(words("XRANGE pressboard:events - + COUNT 1"));
    QVERIFY(entry.endsWith("\ngroups\ndept_1,dept_3\nsrc\nclient"));
}

void TestRedisPublisher::saysWhenRedisIsAway()
{
    m_redis->kill();
    QTRY_VERIFY(!m_connection->isReady());
    QVERIFY(!published(QStringLiteral("wang"), QStringLiteral("r")));
    QVERIFY(m_error.transient);
    QVERIFY(!m_error.message.isEmpty());
}

void TestRedisPublisher::saysWhenRedisRefuses()
{
    m_redis->command(words("SET pressboard:events not-a-stream"));
    QVERIFY(!published(QStringLiteral("wang"), QStringLiteral("r")));
    QVERIFY(!m_error.transient);
    // A client at a desk reads this: neither Redis' code nor where our script stood.
    QCOMPARE(m_error.message,
             QStringLiteral("Somebody wrote over one of Pressboard's keys in Redis: "
                            "\"pressboardctl status\" says which, and what to do."));
    QCOMPARE(m_redis->number(words("EXISTS pressboard:ref:wang:r")), 0);
}

QTEST_GUILESS_MAIN(TestRedisPublisher)
#include "tst_redis_publisher.moc"
