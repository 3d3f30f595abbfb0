// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/close_codes.h"
#include "shared/protocol/deflate.h"
#include "tests/client/connection/lone_connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_lone = std::make_unique<test::LoneConnection>(); }

    void saysWhoAndWhere();
    void saysNothingOfAnEmptyToken();
    void goesLiveBySnapshot();
    void takesCompressedParts();
    void offersOnlyWhatTheServerSpeaks();
    void badCompressionEndsTheConnection_data();
    void badCompressionEndsTheConnection();
    void resumesAfterACut();
    void doesNotResumeAnothersBook();
    void followsASyncAtAnyTime();
    void asksAtItsOwnPace_data();
    void asksAtItsOwnPace();
    void aBoardThatBeginsAgainAndAgainIsNone();
    void aBoardThatNeverEndsIsNone();
    void nonsenseEndsTheConnection_data();
    void nonsenseEndsTheConnection();
    void anOldServerIsAnotherVersion();
    void publishes();
    void publishesAgainAfterACut();

private:
    void greetWithZlib();

    std::unique_ptr<test::LoneConnection> m_lone;
};

void TestConnection::saysWhoAndWhere()
{
    m_lone->start();
    QCOMPARE(m_lone->status().state, ConnectionState::Connecting);
    QCOMPARE(m_lone->socket().url,
             QUrl(QStringLiteral("ws://192.168.1.10:5173/ws/notifications/")));
    QCOMPARE(m_lone->socket().headers, (Headers{{"Authorization", "Bearer s3cret"}}));
    QCOMPARE(m_lone->socket().subprotocol, QStringLiteral("pressboard.v1"));
    m_lone->greet();
    const auto hellos = m_lone->socket().sentOf<protocol::Hello>();
    QCOMPARE(hellos.size(), 1);
    QVERIFY(!hellos.first().resume);
    QCOMPARE(hellos.first().station, QStringLiteral("press 1"));
    QCOMPARE(hellos.first().language, QStringLiteral("zh_CN"));
    QCOMPARE(hellos.first().clientVersion, QStringLiteral("0.1"));
}

void TestConnection::saysNothingOfAnEmptyToken()
{
    m_lone->connection.setTarget(*ServerAddress::parse(QStringLiteral("host")), QString());
    QVERIFY(m_lone->socket().headers.isEmpty());
}

void TestConnection::goesLiveBySnapshot()
{
    m_lone->start();
    m_lone->greet();
    QCOMPARE(m_lone->status().state, ConnectionState::Syncing);
    m_lone->sync();
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    QVERIFY(!m_lone->store.isStale());
    m_lone->clock.advance(3s);
    m_lone->socket().receive(protocol::EventMessage{
        QStringLiteral("order_notification"), {{QStringLiteral("order_id"), 1}}, {101, 0}});
    QVERIFY(m_lone->store.book().order(1));
    QVERIFY(m_lone->store.dataAsOf() == m_lone->clock.now());
}

void TestConnection::greetWithZlib()
{
    m_lone->start();
    auto message = m_lone->greeting();
    message.features = {QStringLiteral("later"), QStringLiteral("zlib")};
    m_lone->socket().receive(message);
}

void TestConnection::takesCompressedParts()
{
    greetWithZlib();
    QCOMPARE(m_lone->socket().sentOf<protocol::Hello>().first().features,
             QStringList{QStringLiteral("zlib")});
    m_lone->socket().receive(Sync{});
    Order order;
    order.orderId = 7;
    order.customerName = QStringLiteral("测试客户");
    Q_EMIT m_lone->socket().binaryReceived(
        protocol::deflated(test::encodedPart(protocol::SnapshotPart{1, 2, {order}, {}})));
    m_lone->socket().receive(protocol::SnapshotPart{2, 2, {}, {}}); // each part may be either
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = {100, 0};
    synced.source.since = m_lone->clock.now();
    m_lone->socket().receive(synced);
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    QCOMPARE(m_lone->store.book().order(7)->customerName, QStringLiteral("测试客户"));
}

void TestConnection::offersOnlyWhatTheServerSpeaks()
{
    m_lone->start();
    m_lone->greet();
    QVERIFY(m_lone->socket().sentOf<protocol::Hello>().first().features.isEmpty());
    m_lone->socket().receive(Sync{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*out of turn.*")));
    Q_EMIT m_lone->socket().binaryReceived(
        protocol::deflated(test::encodedPart(protocol::SnapshotPart{})));
    QCOMPARE(m_lone->status().trouble, Trouble::ProtocolMismatch);
}

void TestConnection::badCompressionEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("frame");
    const QByteArray part = test::encodedPart(protocol::SnapshotPart{});
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no zlib") << part;
    QTest::newRow("torn") << protocol::deflated(part).chopped(3);
    QTest::newRow("a bomb") << protocol::deflated(QByteArray(64 * 1024 * 1024, ' '));
    QTest::newRow("no JSON") << protocol::deflated("{oops");
    QTest::newRow("another message") << protocol::deflated(protocol::encode(Sync{}));
    QTest::newRow("a second greeting") << protocol::deflated(protocol::encode(m_lone->greeting()));
    QTest::newRow("longer than a frame") << QByteArray(600 * 1024, 'x');
}

void TestConnection::badCompressionEndsTheConnection()
{
    QFETCH(QByteArray, frame);
    greetWithZlib();
    m_lone->socket().receive(Sync{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    Q_EMIT m_lone->socket().binaryReceived(frame);
    QCOMPARE(m_lone->status().state, ConnectionState::Waiting);
    QCOMPARE(m_lone->status().trouble, Trouble::ProtocolMismatch);
    QCOMPARE(m_lone->status().retryIn, std::chrono::milliseconds(5s));
    m_lone->scheduler.advance(5s);
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnection::resumesAfterACut()
{
    m_lone->goLive();
    m_lone->socket().end(0);
    QCOMPARE(m_lone->status().state, ConnectionState::Waiting);
    QCOMPARE(m_lone->status().trouble, Trouble::Cut);
    m_lone->scheduler.advance(0ms); // the first try is at once
    QCOMPARE(m_lone->sockets.made, 2);
    m_lone->greet();
    const auto hello = m_lone->socket().sentOf<protocol::Hello>().first();
    QVERIFY(hello.resume);
    QCOMPARE(hello.resume->epoch, QStringLiteral("e1"));
    QVERIFY(hello.resume->position == (StreamId{100, 0}));
    QSignalSpy replaced(&m_lone->store, &Store::bookReplaced);
    m_lone->sync(Sync::Mode::Resume, 100);
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    QCOMPARE(m_lone->status().trouble, Trouble::None);
}

void TestConnection::doesNotResumeAnothersBook()
{
    m_lone->goLive();
    m_lone->socket().end(int(CloseCode::Reconnect)); // rights changed
    m_lone->scheduler.advance(0ms);
    auto other = m_lone->greeting();
    other.groups = {QStringLiteral("dept_9")};
    m_lone->socket().receive(other);
    QVERIFY(!m_lone->socket().sentOf<protocol::Hello>().first().resume);
}

void TestConnection::followsASyncAtAnyTime()
{
    m_lone->goLive();
    m_lone->socket().receive(Sync{Sync::Mode::Snapshot, QStringLiteral("overtaken")});
    QCOMPARE(m_lone->status().state, ConnectionState::Syncing);
    m_lone->sync(Sync::Mode::Snapshot, 500);
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    QVERIFY(m_lone->store.book().position == (StreamId{500, 0}));
}

void TestConnection::asksAtItsOwnPace_data()
{
    QTest::addColumn<int>("heartbeat");
    QTest::newRow("never") << std::numeric_limits<int>::max();
    QTest::newRow("always") << 0;
}

/// Whatever rhythm a server names.
void TestConnection::asksAtItsOwnPace()
{
    QFETCH(int, heartbeat);
    m_lone->start();
    auto greeting = m_lone->greeting();
    greeting.heartbeatSeconds = heartbeat;
    m_lone->socket().receive(greeting);
    m_lone->sync();
    m_lone->socket().sent.clear();
    for (int second = 0; second < 601; ++second) {
        m_lone->scheduler.advance(1s);
        m_lone->socket().receive(protocol::Pong{});
    }
    const auto pings = m_lone->socket().sentOf<protocol::Ping>().size();
    QVERIFY(pings >= 1 && pings <= 601);
}

void TestConnection::aBoardThatBeginsAgainAndAgainIsNone()
{
    m_lone->goLive();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    int syncs = 0;
    for (; m_lone->status().state != ConnectionState::Waiting && syncs < 1000; ++syncs)
        m_lone->socket().receive(Sync{Sync::Mode::Snapshot, QStringLiteral("again")});
    QVERIFY(syncs > 5 && syncs < 100);
    QCOMPARE(m_lone->status().trouble, Trouble::ProtocolMismatch);
}

/// However busily its parts come.
void TestConnection::aBoardThatNeverEndsIsNone()
{
    m_lone->start();
    m_lone->greet();
    m_lone->socket().receive(Sync{Sync::Mode::Snapshot, {}});
    int part = 0;
    while (m_lone->status().state == ConnectionState::Syncing && part < 10'000) {
        ++part;
        protocol::SnapshotPart message;
        message.part = part;
        message.parts = 20'000;
        Q_EMIT m_lone->socket().textReceived(test::encodedPart(message));
        m_lone->scheduler.advance(1s);
    }
    QCOMPARE(m_lone->status().state, ConnectionState::Connecting); // anew, and at once
    QVERIFY(part <= 600);
}

void TestConnection::nonsenseEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("no JSON") << QByteArray("{oops");
    QTest::newRow("a second greeting")
        << QByteArray(R"({"type":"connection_established","protocol":1,"epoch":"e1"})");
    QTest::newRow("a part without a sync") << test::encodedPart(protocol::SnapshotPart{});
}

void TestConnection::nonsenseEndsTheConnection()
{
    QFETCH(QByteArray, frame);
    m_lone->goLive();
    const Book before = m_lone->store.book();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    Q_EMIT m_lone->socket().textReceived(frame);
    QCOMPARE(m_lone->status().state, ConnectionState::Waiting);
    QCOMPARE(m_lone->status().trouble, Trouble::ProtocolMismatch);
    QCOMPARE(m_lone->status().retryIn, std::chrono::milliseconds(5s));
    QVERIFY(m_lone->store.book() == before);
}

void TestConnection::anOldServerIsAnotherVersion()
{
    m_lone->start();
    Q_EMIT m_lone->socket().textReceived(
        R"({"type":"connection_established","message":"ok","user":"x"})");
    QCOMPARE(m_lone->status().trouble, Trouble::ProtocolMismatch);
    QVERIFY(m_lone->socket().sent.isEmpty());
}

void TestConnection::publishes()
{
    m_lone->goLive();
    PublishOutcome outcome;
    m_lone->connection.publish(QStringLiteral("general_notification"),
                               {{QStringLiteral("message"), QStringLiteral("19:00 停机检修")}},
                               Audience({QStringLiteral("dept_3")}),
                               [&outcome](const PublishOutcome &o) { outcome = o; });
    const auto published = m_lone->socket().sentOf<protocol::Publish>();
    QCOMPARE(published.size(), 1);
    QCOMPARE(published.first().groups.groups(), QStringList{QStringLiteral("dept_3")});
    m_lone->socket().receive(protocol::Ack{published.first().ref, 18, {}});
    QVERIFY(outcome.stored);
    QCOMPARE(outcome.online, 18);
}

void TestConnection::publishesAgainAfterACut()
{
    m_lone->goLive();
    PublishOutcome outcome;
    m_lone->connection.publish(QStringLiteral("general_notification"),
                               {{QStringLiteral("message"), QStringLiteral("x")}}, {},
                               [&outcome](const PublishOutcome &o) { outcome = o; });
    const QString ref = m_lone->socket().sentOf<protocol::Publish>().first().ref;
    m_lone->socket().end(0);
    m_lone->scheduler.advance(0ms);
    m_lone->greet();
    QVERIFY(m_lone->socket().sentOf<protocol::Publish>().isEmpty()); // not before we are live
    m_lone->sync(Sync::Mode::Resume);
    QCOMPARE(m_lone->socket().sentOf<protocol::Publish>().first().ref, ref);
    m_lone->socket().receive(
        protocol::Refusal{ref, QStringLiteral("forbidden"), QStringLiteral("no")});
    QCOMPARE(outcome.code, QStringLiteral("forbidden"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_client_connection.moc"
