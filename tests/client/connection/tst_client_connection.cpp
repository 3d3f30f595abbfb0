// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/connection.h"
#include "shared/protocol/close_codes.h"
#include "shared/protocol/deflate.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_scheduler.h"

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
    void init();

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

    void neverHangsConnecting();
    void neverHangsGreeting();
    void neverHangsSyncing();
    void aLongSyncIsNoHang();
    void noticesSilence();
    void pingsAsTheServerAsks();
    void measuresTheRoundTrip();

    void comesBackInItsRhythm();
    void aRefusedTokenIsTriedEachMinute();
    void keepsSayingWhyWhileTrying();
    void obeysAGoodbye();
    void nonsenseEndsTheConnection_data();
    void nonsenseEndsTheConnection();
    void anOldServerIsAnotherVersion();
    void aLateSignalOfADroppedSocketIsIgnored();

    void theUserWantsItNow();
    void looksAgainWhenTheNetworkChanges();
    void stopsForGood();
    void changesTheServer();

    void publishes();
    void publishesAgainAfterACut();

private:
    test::FakeSocket &socket() { return *m_sockets.last; }
    ConnectionStatus status() const { return m_store->connectionStatus(); }
    protocol::ConnectionEstablished greeting() const;
    void start();
    void greet() { socket().receive(greeting()); }
    void sync(Sync::Mode mode = Sync::Mode::Snapshot, quint64 position = 100);
    void greetWithZlib();
    void goLive();

    test::FakeSockets m_sockets;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Connection> m_connection;
};

void TestConnection::init()
{
    m_connection.reset();
    m_sockets = {};
    m_clock = std::make_unique<test::ManualClock>();
    m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
    m_store = std::make_unique<Store>(*m_clock);
    m_connection = std::make_unique<Connection>(
        *m_store, *m_scheduler, *m_clock, m_sockets.factory(), [] { return 0.5; },
        ClientInfo{QStringLiteral("0.1"), QStringLiteral("press 1"), QStringLiteral("zh_CN")});
}

protocol::ConnectionEstablished TestConnection::greeting() const
{
    protocol::ConnectionEstablished message;
    message.user = QStringLiteral("lina");
    message.epoch = QStringLiteral("e1");
    message.position = {100, 0};
    message.heartbeatSeconds = 20;
    message.time = m_clock->now();
    message.source.since = m_clock->now();
    return message;
}

void TestConnection::start()
{
    m_connection->setTarget(*ServerAddress::parse(QStringLiteral("192.168.1.10")),
                            QStringLiteral(" s3cret\n"));
}

void TestConnection::sync(Sync::Mode mode, quint64 position)
{
    socket().receive(Sync{mode, {}});
    if (mode == Sync::Mode::Snapshot)
        socket().receive(protocol::SnapshotPart{});
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = {position, 0};
    synced.source.since = m_clock->now();
    socket().receive(synced);
}

void TestConnection::goLive()
{
    start();
    greet();
    sync();
    QVERIFY(status().state == ConnectionState::Live);
}

void TestConnection::saysWhoAndWhere()
{
    start();
    QCOMPARE(status().state, ConnectionState::Connecting);
    QCOMPARE(socket().url, QUrl(QStringLiteral("ws://192.168.1.10:5173/ws/notifications/")));
    QCOMPARE(socket().headers, (Headers{{"Authorization", "Bearer s3cret"}}));
    QCOMPARE(socket().subprotocol, QStringLiteral("pressboard.v1"));
    greet();
    const auto hellos = socket().sentOf<protocol::Hello>();
    QCOMPARE(hellos.size(), 1);
    QVERIFY(!hellos.first().resume);
    QCOMPARE(hellos.first().station, QStringLiteral("press 1"));
    QCOMPARE(hellos.first().language, QStringLiteral("zh_CN"));
    QCOMPARE(hellos.first().clientVersion, QStringLiteral("0.1"));
}

void TestConnection::saysNothingOfAnEmptyToken()
{
    m_connection->setTarget(*ServerAddress::parse(QStringLiteral("host")), QString());
    QVERIFY(socket().headers.isEmpty());
}

void TestConnection::goesLiveBySnapshot()
{
    start();
    greet();
    QCOMPARE(status().state, ConnectionState::Syncing);
    sync();
    QCOMPARE(status().state, ConnectionState::Live);
    QVERIFY(!m_store->isStale());
    m_clock->advance(3s);
    socket().receive(protocol::EventMessage{
        QStringLiteral("order_notification"), {{QStringLiteral("order_id"), 1}}, {101, 0}});
    QVERIFY(m_store->book().order(1));
    QVERIFY(m_store->dataAsOf() == m_clock->now());
}

void TestConnection::greetWithZlib()
{
    start();
    auto message = greeting();
    message.features = {QStringLiteral("later"), QStringLiteral("zlib")};
    socket().receive(message);
}

void TestConnection::takesCompressedParts()
{
    greetWithZlib();
    QCOMPARE(socket().sentOf<protocol::Hello>().first().features,
             QStringList{QStringLiteral("zlib")});
    socket().receive(Sync{});
    Order order;
    order.orderId = 7;
    order.customerName = QStringLiteral("测试客户");
    Q_EMIT socket().binaryReceived(
        protocol::deflated(test::encodedPart(protocol::SnapshotPart{1, 2, {order}, {}})));
    socket().receive(protocol::SnapshotPart{2, 2, {}, {}}); // each part may be either
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = {100, 0};
    synced.source.since = m_clock->now();
    socket().receive(synced);
    QCOMPARE(status().state, ConnectionState::Live);
    QCOMPARE(m_store->book().order(7)->customerName, QStringLiteral("测试客户"));
}

void TestConnection::offersOnlyWhatTheServerSpeaks()
{
    start();
    greet();
    QVERIFY(socket().sentOf<protocol::Hello>().first().features.isEmpty());
    socket().receive(Sync{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*out of turn.*")));
    Q_EMIT socket().binaryReceived(protocol::deflated(test::encodedPart(protocol::SnapshotPart{})));
    QCOMPARE(status().trouble, Trouble::ProtocolMismatch);
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
    QTest::newRow("a second greeting") << protocol::deflated(protocol::encode(greeting()));
    QTest::newRow("longer than a frame") << QByteArray(600 * 1024, 'x');
}

void TestConnection::badCompressionEndsTheConnection()
{
    QFETCH(QByteArray, frame);
    greetWithZlib();
    socket().receive(Sync{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    Q_EMIT socket().binaryReceived(frame);
    QCOMPARE(status().state, ConnectionState::Waiting);
    QCOMPARE(status().trouble, Trouble::ProtocolMismatch);
    QCOMPARE(status().retryIn, std::chrono::milliseconds(5s));
    m_scheduler->advance(5s);
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::resumesAfterACut()
{
    goLive();
    socket().end(0);
    QCOMPARE(status().state, ConnectionState::Waiting);
    QCOMPARE(status().trouble, Trouble::Cut);
    m_scheduler->advance(0ms); // the first try is at once
    QCOMPARE(m_sockets.made, 2);
    greet();
    const auto hello = socket().sentOf<protocol::Hello>().first();
    QVERIFY(hello.resume);
    QCOMPARE(hello.resume->epoch, QStringLiteral("e1"));
    QVERIFY(hello.resume->position == (StreamId{100, 0}));
    QSignalSpy replaced(m_store.get(), &Store::bookReplaced);
    sync(Sync::Mode::Resume, 100);
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(status().state, ConnectionState::Live);
    QCOMPARE(status().trouble, Trouble::None);
}

void TestConnection::doesNotResumeAnothersBook()
{
    goLive();
    socket().end(int(CloseCode::Reconnect)); // rights changed
    m_scheduler->advance(0ms);
    auto other = greeting();
    other.groups = {QStringLiteral("dept_9")};
    socket().receive(other);
    QVERIFY(!socket().sentOf<protocol::Hello>().first().resume);
}

void TestConnection::followsASyncAtAnyTime()
{
    goLive();
    socket().receive(Sync{Sync::Mode::Snapshot, QStringLiteral("overtaken")});
    QCOMPARE(status().state, ConnectionState::Syncing);
    sync(Sync::Mode::Snapshot, 500);
    QCOMPARE(status().state, ConnectionState::Live);
    QVERIFY(m_store->book().position == (StreamId{500, 0}));
}

void TestConnection::neverHangsConnecting()
{
    start();
    m_scheduler->advance(10s);
    QCOMPARE(m_sockets.made, 2); // given up, and at once tried again
    QCOMPARE(status().trouble, Trouble::Cut);
}

void TestConnection::neverHangsGreeting()
{
    start();
    Q_EMIT socket().opened();
    m_scheduler->advance(10s);
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::neverHangsSyncing()
{
    start();
    greet();
    connect(&socket(), &Socket::closed, this, [] { QFAIL("the network said nothing"); });
    for (int i = 0; i < 19; ++i) {
        m_scheduler->advance(1s);
        Q_EMIT socket().ponged(); // alive, but no sync comes
    }
    QCOMPARE(m_sockets.made, 1);
    m_scheduler->advance(1s);
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::aLongSyncIsNoHang()
{
    start();
    greet();
    socket().receive(Sync{});
    for (int part = 1; part <= 10; ++part) {
        for (int i = 0; i < 15; ++i) {
            m_scheduler->advance(1s);
            Q_EMIT socket().ponged();
        }
        socket().receive(protocol::SnapshotPart{part, 10, {}, {}});
    }
    QCOMPARE(m_sockets.made, 1);
    QCOMPARE(status().state, ConnectionState::Syncing);
}

void TestConnection::noticesSilence()
{
    goLive();
    m_scheduler->advance(10s);
    QCOMPARE(socket().pings, 1);
    m_scheduler->advance(4999ms);
    QCOMPARE(status().state, ConnectionState::Live);
    m_scheduler->advance(1ms);
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::pingsAsTheServerAsks()
{
    goLive();
    for (int i = 0; i < 60; ++i) {
        m_scheduler->advance(1s);
        Q_EMIT socket().ponged();
    }
    QCOMPARE(socket().sentOf<protocol::Ping>().size(), 3);
    QCOMPARE(socket().pings, 6);
    socket().receive(protocol::Pong{m_clock->now(), {777, 0}});
    QVERIFY(m_store->book().position == (StreamId{777, 0}));
}

void TestConnection::measuresTheRoundTrip()
{
    goLive();
    QCOMPARE(status().roundTrip, -1ms);
    m_scheduler->advance(10s);
    m_scheduler->advance(7ms);
    Q_EMIT socket().ponged();
    QCOMPARE(status().roundTrip, 7ms);
    QVERIFY(m_store->dataAsOf() == m_clock->now());
}

void TestConnection::comesBackInItsRhythm()
{
    goLive();
    m_scheduler->advance(9s);
    Q_EMIT socket().ponged();
    m_scheduler->advance(2s);
    Q_EMIT socket().ponged();
    QList<std::chrono::milliseconds> waits;
    for (int i = 1; i <= 9; ++i) {
        socket().end(0);
        QCOMPARE(status().state, ConnectionState::Waiting);
        QCOMPARE(status().attempt, i);
        QCOMPARE(m_scheduler->untilNext(), status().retryIn);
        waits.append(status().retryIn);
        m_scheduler->advance(status().retryIn);
        QCOMPARE(status().state, ConnectionState::Connecting);
    }
    QCOMPARE(waits, (QList<std::chrono::milliseconds>{0s, 3s, 3s, 3s, 3s, 3s, 6s, 10s, 10s}));
}

void TestConnection::aRefusedTokenIsTriedEachMinute()
{
    start();
    socket().end(0, 401);
    QCOMPARE(status().trouble, Trouble::Unauthorized);
    QCOMPARE(status().retryIn, std::chrono::milliseconds(60s));
    m_scheduler->advance(60s);
    QCOMPARE(m_sockets.made, 2);
    greet();
    sync();
    QCOMPARE(status().trouble, Trouble::None);
    QCOMPARE(status().attempt, 0);
}

void TestConnection::keepsSayingWhyWhileTrying()
{
    start();
    socket().end(0, 401);
    m_scheduler->advance(60s);
    QCOMPARE(status().state, ConnectionState::Connecting);
    QCOMPARE(status().trouble, Trouble::Unauthorized);
    QVERIFY(!status().detail.isEmpty());
}

void TestConnection::obeysAGoodbye()
{
    goLive();
    QSignalSpy goodbye(m_store.get(), &Store::goodbyeReceived);
    socket().receive(protocol::Goodbye{QStringLiteral("restart"), 4000});
    QCOMPARE(goodbye.count(), 1);
    socket().end(0);
    QCOMPARE(status().trouble, Trouble::GoingAway);
    QCOMPARE(status().retryIn, 6000ms);
    m_scheduler->advance(6s);
    QCOMPARE(m_sockets.made, 2);
    socket().end(0); // not yet back: that was a goodbye of another socket
    QCOMPARE(status().trouble, Trouble::Cut);
    QCOMPARE(status().retryIn, std::chrono::milliseconds(3s));
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
    goLive();
    const Book before = m_store->book();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    Q_EMIT socket().textReceived(frame);
    QCOMPARE(status().state, ConnectionState::Waiting);
    QCOMPARE(status().trouble, Trouble::ProtocolMismatch);
    QCOMPARE(status().retryIn, std::chrono::milliseconds(5s));
    QVERIFY(m_store->book() == before);
}

void TestConnection::anOldServerIsAnotherVersion()
{
    start();
    Q_EMIT socket().textReceived(R"({"type":"connection_established","message":"ok","user":"x"})");
    QCOMPARE(status().trouble, Trouble::ProtocolMismatch);
    QVERIFY(socket().sent.isEmpty());
}

void TestConnection::aLateSignalOfADroppedSocketIsIgnored()
{
    goLive();
    const QPointer<test::FakeSocket> old = m_sockets.last;
    m_connection->reconnectNow();
    QVERIFY(old); // until the event loop comes round
    QCOMPARE(old->closedWith, 1000);
    old->end(int(CloseCode::Unauthorized));
    old->receive(protocol::Numbers{{{QStringLiteral("total_orders"), 1}}});
    QCOMPARE(status().state, ConnectionState::Connecting);
    QCOMPARE(status().trouble, Trouble::None);
    QVERIFY(m_store->stats().isEmpty());
    QTRY_VERIFY(!old);
}

void TestConnection::theUserWantsItNow()
{
    m_connection->reconnectNow();
    QCOMPARE(m_sockets.made, 0); // no server yet
    start();
    socket().end(0, 401);
    m_connection->reconnectNow();
    QCOMPARE(m_sockets.made, 2);
    QCOMPARE(status().attempt, 0);
    m_scheduler->advance(9s); // the old appointment is off
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::looksAgainWhenTheNetworkChanges()
{
    m_connection->lookAgain();
    QCOMPARE(m_sockets.made, 0);
    goLive();
    m_connection->lookAgain();
    QCOMPARE(socket().pings, 1);
    m_scheduler->advance(5s); // no answer: dead
    QCOMPARE(m_sockets.made, 2);
    socket().end(0);
    QCOMPARE(status().state, ConnectionState::Waiting);
    m_connection->lookAgain();
    QCOMPARE(m_sockets.made, 3);
}

void TestConnection::stopsForGood()
{
    goLive();
    const QPointer<test::FakeSocket> old = m_sockets.last;
    m_connection->stop();
    QCOMPARE(old->closedWith, 1000);
    QCOMPARE(status().state, ConnectionState::Disconnected);
    m_connection->lookAgain();
    m_scheduler->advance(1h);
    QCOMPARE(m_sockets.made, 1);
    m_connection->reconnectNow();
    QCOMPARE(m_sockets.made, 2);
}

void TestConnection::changesTheServer()
{
    goLive();
    start();
    QVERIFY(!m_store->book().epoch.isEmpty()); // the same one again
    PublishOutcome outcome;
    m_connection->publish(QStringLiteral("general_notification"),
                          {{QStringLiteral("message"), QStringLiteral("x")}}, {},
                          [&outcome](const PublishOutcome &o) { outcome = o; });
    m_connection->setTarget(*ServerAddress::parse(QStringLiteral("wss://other.example.com")),
                            QStringLiteral("t2"));
    QCOMPARE(socket().url.host(), QStringLiteral("other.example.com"));
    QCOMPARE(socket().headers.first().second, QByteArray("Bearer t2"));
    QVERIFY(m_store->book().epoch.isEmpty());
    QVERIFY(!m_store->dataAsOf());
    QCOMPARE(outcome.code, QStringLiteral("unavailable"));
}

void TestConnection::publishes()
{
    goLive();
    PublishOutcome outcome;
    m_connection->publish(QStringLiteral("general_notification"),
                          {{QStringLiteral("message"), QStringLiteral("19:00 停机检修")}},
                          Audience({QStringLiteral("dept_3")}),
                          [&outcome](const PublishOutcome &o) { outcome = o; });
    const auto published = socket().sentOf<protocol::Publish>();
    QCOMPARE(published.size(), 1);
    QCOMPARE(published.first().groups.groups(), QStringList{QStringLiteral("dept_3")});
    socket().receive(protocol::Ack{published.first().ref, 18, {}});
    QVERIFY(outcome.stored);
    QCOMPARE(outcome.online, 18);
}

void TestConnection::publishesAgainAfterACut()
{
    goLive();
    PublishOutcome outcome;
    m_connection->publish(QStringLiteral("general_notification"),
                          {{QStringLiteral("message"), QStringLiteral("x")}}, {},
                          [&outcome](const PublishOutcome &o) { outcome = o; });
    const QString ref = socket().sentOf<protocol::Publish>().first().ref;
    socket().end(0);
    m_scheduler->advance(0ms);
    greet();
    QVERIFY(socket().sentOf<protocol::Publish>().isEmpty()); // not before we are live
    sync(Sync::Mode::Resume);
    QCOMPARE(socket().sentOf<protocol::Publish>().first().ref, ref);
    socket().receive(protocol::Refusal{ref, QStringLiteral("forbidden"), QStringLiteral("no")});
    QCOMPARE(outcome.code, QStringLiteral("forbidden"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_client_connection.moc"
