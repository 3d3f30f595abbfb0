// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/pubsub_source.h"

#include "server/redis/keys.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::RedisFixture;

/// PUBLISH pressboard:publish on a real Redis → events, or reasons why not.
class TestPubSubSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void receives();
    void rejects_data();
    void rejects();
    void listensOnlyToItsChannel();
    void isSilentUnlessActive();

private:
    void publish(const QString &message,
                 const QString &channel = QStringLiteral("pressboard:publish"));

    struct Listening
    {
        explicit Listening(const redis::Endpoint &endpoint)
            : connection(endpoint, QStringLiteral("test:pubsub"))
        {
        }
        redis::Keys keys;
        redis::Connection connection;
        redis::Subscriber subscriber{connection, {keys.publishChannel(), keys.controlChannel()}};
        PubSubSource source{subscriber, keys.publishChannel(), QTimeZone("Asia/Shanghai")};
        QList<Event> events;
        QStringList reasons;
        QByteArrayList heads;
    };

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

void TestPubSubSource::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestPubSubSource::init()
{
    m_listening = std::make_unique<Listening>(*redis::Endpoint::parse(m_redis.url()));
    Listening *listening = m_listening.get();
    connect(&listening->source, &PubSubSource::received, this,
            [listening](const Event &event) { listening->events.append(event); });
    connect(&listening->source, &PubSubSource::rejected, this,
            [listening](const QString &reason, const QByteArray &head) {
                listening->reasons.append(reason);
                listening->heads.append(head);
            });
    listening->source.setActive(true);
    listening->connection.open();
    QTRY_VERIFY(listening->subscriber.isSubscribed());
}

void TestPubSubSource::cleanup()
{
    m_listening.reset();
}

void TestPubSubSource::publish(const QString &message, const QString &channel)
{
    QVERIFY(m_redis.number({QStringLiteral("PUBLISH"), channel, message}) >= 1);
}

void TestPubSubSource::receives()
{
    publish(QStringLiteral(
        R"({"type":"order.notification","data":{"order_id":"5","note":"印"},"groups":["dept_3"]})"));
    QTRY_COMPARE(m_listening->events.size(), 1);
    const Event &event = m_listening->events.first();
    QCOMPARE(event.type, QStringLiteral("order_notification"));
    QCOMPARE(event.data.value(QStringLiteral("order_id")).toInteger(), 5);
    QCOMPARE(event.data.value(QStringLiteral("note")).toString(), QStringLiteral("印"));
    QCOMPARE(event.groups, Audience({QStringLiteral("dept_3")}));
    QCOMPARE(event.source, QStringLiteral("pubsub"));
    QVERIFY(event.id.isNull());
}

void TestPubSubSource::rejects_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not JSON") << "hello"
                              << "not valid JSON";
    QTest::newRow("no type") << R"({"data":{}})"
                             << "type: found";
    QTest::newRow("no data") << R"({"type":"x"})"
                             << "data: expected an object";
    QTest::newRow("text data") << R"({"type":"x","data":"{}"})"
                               << "data: expected an object";
    QTest::newRow("text groups") << R"({"type":"x","data":{},"groups":"a"})"
                                 << "groups: expected";
    QTest::newRow("number in groups") << R"({"type":"x","data":{},"groups":[1]})"
                                      << "groups: exp";
    QTest::newRow("internal") << R"({"type":"pressboard.day","data":{"date":"2026-11-23"}})"
                              << "only the server itself";
    QTest::newRow("field") << R"({"type":"order_notification","data":{}})"
                           << "order_id: found";
    QTest::newRow("too large") << QString(80'000, u'x') << "the message has 80000 bytes";
}

void TestPubSubSource::rejects()
{
    QFETCH(QString, message);
    QFETCH(QString, reason);
    publish(message);
    QTRY_COMPARE(m_listening->reasons.size(), 1);
    QVERIFY2(m_listening->reasons.first().contains(reason),
             qPrintable(m_listening->reasons.first()));
    QCOMPARE(m_listening->heads.first(), message.toUtf8().left(4096));
    QVERIFY(m_listening->events.isEmpty());
}

void TestPubSubSource::listensOnlyToItsChannel()
{
    publish(QStringLiteral("users changed"), QStringLiteral("pressboard:control"));
    publish(QStringLiteral(R"({"type":"x","data":{}})"));
    QTRY_COMPARE(m_listening->events.size(), 1);
    QVERIFY(m_listening->reasons.isEmpty());
}

void TestPubSubSource::isSilentUnlessActive()
{
    QSignalSpy heard(&m_listening->subscriber, &redis::Subscriber::messageReceived);
    m_listening->source.setActive(false);
    publish(QStringLiteral(R"({"type":"x","data":{}})"));
    QTRY_COMPARE(heard.size(), 1);
    QVERIFY(m_listening->events.isEmpty());
    m_listening->source.setActive(true);
    publish(QStringLiteral(R"({"type":"x","data":{}})"));
    QTRY_COMPARE(m_listening->events.size(), 1);
}

QTEST_GUILESS_MAIN(TestPubSubSource)
#include "tst_pubsub_source.moc"
