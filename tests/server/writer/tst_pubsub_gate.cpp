// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/pubsub_gate.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard::server;
using namespace pressboard::test;

/// What was published before a server became the writer is not stored by it, too.
class TestPubSubGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isClosedForWhatWasOnItsWay();
    void opensThoughTheFirstMarkWasNotHeard();
    void opensForNoOtherWritersMark();
    void opensWhereNothingMayBePublished();
};

namespace {

struct Server
{
    explicit Server(const RedisFixture &redis)
        : commands(*redis::Endpoint::parse(redis.url()), QStringLiteral("test:commands"))
        , listening(*redis::Endpoint::parse(redis.url()), QStringLiteral("test:listen"))
        , subscriber(listening, {keys.publishChannel(), keys.controlChannel()})
        , gate(commands, subscriber, keys)
    {
        QObject::connect(&subscriber, &redis::Subscriber::messageReceived, &gate,
                         [this](const QByteArray &channel, const QByteArray &payload) {
                             if (channel == keys.publishChannel() && gate.isOpen())
                                 stored.append(payload);
                         });
        commands.open();
        listening.open();
    }
    bool isListening() const { return commands.isReady() && subscriber.isSubscribed(); }

    redis::Keys keys;
    redis::Connection commands;
    redis::Connection listening;
    redis::Subscriber subscriber;
    PubSubGate gate;
    QByteArrayList stored;
};

void publish(const RedisFixture &redis, const QString &message)
{
    redis.command({QStringLiteral("PUBLISH"), QStringLiteral("pressboard:publish"), message});
}

} // namespace

void TestPubSubGate::isClosedForWhatWasOnItsWay()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Server server(redis);
    QTRY_VERIFY(server.isListening());
    for (int round = 1; round <= 3; ++round) {
        // It arrives here only when the loop turns again: another server stored it meanwhile.
        publish(redis, QStringLiteral("before"));
        server.gate.begin();
        QVERIFY(!server.gate.isOpen());
        QTRY_VERIFY(server.gate.isOpen());
        publish(redis, QStringLiteral("after"));
        QTRY_COMPARE(server.stored.size(), round);
    }
    QCOMPARE(server.stored, QByteArrayList(3, "after"));
}

void TestPubSubGate::opensThoughTheFirstMarkWasNotHeard()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Server server(redis);
    QTRY_VERIFY(server.isListening());
    server.listening.close();
    server.gate.begin();
    QTRY_VERIFY(redis.command(words("INFO commandstats")).contains("cmdstat_publish"));
    QVERIFY(!server.gate.isOpen());
    server.listening.open();
    QTRY_VERIFY(server.gate.isOpen());
}

void TestPubSubGate::opensForNoOtherWritersMark()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Server one(redis);
    Server two(redis);
    QTRY_VERIFY(one.isListening() && two.isListening());
    two.gate.begin();
    QTRY_VERIFY(two.gate.isOpen());
    QVERIFY(!one.gate.isOpen());
}

void TestPubSubGate::opensWhereNothingMayBePublished()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    Server server(redis);
    QTRY_VERIFY(server.isListening());
    redis.command(words("ACL SETUSER default -publish"));
    server.gate.begin();
    QTRY_VERIFY(server.gate.isOpen());
}

QTEST_GUILESS_MAIN(TestPubSubGate)
#include "tst_pubsub_gate.moc"
