// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/once_append.h"
#include "tests/support/redis/losing_port.h"
#include "tests/support/redis/redis_fault.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::server::ctl;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// Stored once, whatever becomes of the answers; and what is said of it is true.
class TestOnceAppend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void storesAllInTheirOrder();
    void asksAgainForALostAnswer_data();
    void asksAgainForALostAnswer();
    void waitsForARedisThatIsAwayAtFirst();
    void isUnsureOnlyAfterALoss();
    void isUnsureAlsoWhenRedisRefusesTheSecondTime();
    void givesUpInTheEnd();

private:
    static QList<OnceAppend::Referred> events(int count);
    qint64 stored() const { return m_redis->number(words("XLEN pressboard:events")); }

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<LosingPort> m_port;
    std::unique_ptr<redis::Connection> m_connection;
    std::unique_ptr<OnceAppend> m_append;
    std::unique_ptr<QSignalSpy> m_stored;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TestOnceAppend::init()
{
    m_redis = std::make_unique<RedisFixture>(QStringList(), RedisFixture::Tcp::Yes);
    QVERIFY(m_redis->start());
    m_port = std::make_unique<LosingPort>(*m_redis);
    m_connection = std::make_unique<redis::Connection>(
        redis::Endpoint::parse(m_port->url()).value(), QStringLiteral("test:once"));
    m_append = std::make_unique<OnceAppend>(*m_connection, redis::Keys());
    m_stored = std::make_unique<QSignalSpy>(m_append.get(), &OnceAppend::stored);
    m_failed = std::make_unique<QSignalSpy>(m_append.get(), &OnceAppend::failed);
    m_append->setPatience(60s);
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

void TestOnceAppend::cleanup()
{
    m_append.reset();
    m_connection.reset();
    m_port.reset();
    m_redis.reset();
}

QList<OnceAppend::Referred> TestOnceAppend::events(int count)
{
    QList<OnceAppend::Referred> events;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.type = event_type::order;
        event.data = {{QStringLiteral("order_id"), i}};
        events.append({QStringLiteral("r%1").arg(i), event});
    }
    return events;
}

void TestOnceAppend::storesAllInTheirOrder()
{
    m_append->start(events(100));
    QTRY_COMPARE(m_stored->size(), 1);
    const auto ids = m_stored->first().first().value<QList<StreamId>>();
    QCOMPARE(ids.size(), 100);
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    QCOMPARE(stored(), 100);
    // Again, with new ones around them: the old ones are where they were.
    m_append->start(events(101));
    QTRY_COMPARE(m_stored->size(), 2);
    const auto again = m_stored->last().first().value<QList<StreamId>>();
    QCOMPARE(again.first(100), ids);
    QCOMPARE(stored(), 101);
}

void TestOnceAppend::asksAgainForALostAnswer_data()
{
    QTest::addColumn<int>("losses");
    for (const int losses : {1, 3})
        QTest::addRow("%d", losses) << losses;
}

void TestOnceAppend::asksAgainForALostAnswer()
{
    QFETCH(int, losses);
    m_port->loseNext(losses);
    m_append->start(events(3));
    QTRY_COMPARE_WITH_TIMEOUT(m_stored->size(), 1, 30'000);
    QCOMPARE(m_port->lost(), losses);
    QCOMPARE(stored(), 3);
    QVERIFY(m_failed->isEmpty());
}

void TestOnceAppend::waitsForARedisThatIsAwayAtFirst()
{
    QVERIFY(inject(*m_redis, RedisFault::Stopped));
    QTRY_VERIFY(!m_connection->isReady());
    m_append->start(events(1));
    QVERIFY(lift(*m_redis, RedisFault::Stopped));
    QTRY_COMPARE_WITH_TIMEOUT(m_stored->size(), 1, 30'000);
    QCOMPARE(stored(), 1);
}

void TestOnceAppend::isUnsureOnlyAfterALoss()
{
    QVERIFY(inject(*m_redis, RedisFault::Demoted));
    m_append->start(events(1));
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_failed->first().at(1).toBool(), false);
    QVERIFY(m_failed->first().at(0).value<Error>().message.contains(QStringLiteral("READONLY")));
}

void TestOnceAppend::isUnsureAlsoWhenRedisRefusesTheSecondTime()
{
    m_port->loseNext(1);
    m_append->start(events(1));
    QTRY_COMPARE(m_port->lost(), 1);
    QCOMPARE(stored(), 1);
    // One that knows the ref answers also as a replica; this one has lost it.
    QCOMPARE(m_redis->number(words("DEL pressboard:ref:pressboardctl:r0")), 1);
    QVERIFY(inject(*m_redis, RedisFault::Demoted));
    QTRY_COMPARE_WITH_TIMEOUT(m_failed->size(), 1, 30'000);
    QCOMPARE(m_failed->first().at(1).toBool(), true);
}

void TestOnceAppend::givesUpInTheEnd()
{
    m_append->setPatience(1ms);
    m_port->loseNext(1'000'000);
    m_append->start(events(1));
    QTRY_COMPARE_WITH_TIMEOUT(m_failed->size(), 1, 30'000);
    QCOMPARE(m_failed->first().at(1).toBool(), true);
    QVERIFY(!m_append->isOpen());
    QVERIFY(m_stored->isEmpty());
}

QTEST_GUILESS_MAIN(TestOnceAppend)
#include "tst_once_append.moc"
