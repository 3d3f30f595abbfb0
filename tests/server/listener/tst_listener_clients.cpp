// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "tests/server/listener/listener_fixture.h"
#include "tests/server/listener/raw_client.h"
#include "tests/server/listener/test_certificate.h"
#include "tests/server/listener/web_socket_client.h"

#include <QTcpSocket>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// Real clients behind the door, the good and the bad.
class TestDoorClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classicClient();
    void v1Client();
    void v1ClientOverTls();
    void largeFramesArrive();
    void clientThatReadsNothing();
    void twiceOvertakenIsTooSlow();
    void pingsWithoutReadingAreCut();
    void oversizedFrame();
    void oversizedMessage();
    void garbageFrames();
    void flood();
    void clientThatVanishes();
    void closeCodesArrive();
};

void TestDoorClients::classicClient()
{
    ListenerFixture front;
    WebSocketClient client(front.url(QStringLiteral("li")), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"ping"})");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"pong\",\"message\":\"pong\"}");
    client.say("{");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"error\",\"message\":\"无效的JSON格式\"}");
    front.house.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestDoorClients::v1Client()
{
    ListenerFixture front;
    WebSocketClient client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QCOMPARE(client.socket.subprotocol(), QString(protocol::subprotocol));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    front.house.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestDoorClients::v1ClientOverTls()
{
    ListenerOptions options;
    options.tls = testTls();
    ListenerFixture front(options);
    for (int i = 1; i <= 2000; ++i)
        front.house.appendOrder(i);
    QUrl url = front.url();
    url.setScheme(QStringLiteral("wss"));
    WebSocketClient client(url);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    front.house.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
    client.socket.abort();
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
}

/// More than QtWebSockets would put into one frame of its own is never needed; all below arrives
/// whole, also what is cut inside a Chinese character by whatever lies between.
void TestDoorClients::largeFramesArrive()
{
    ListenerFixture front;
    for (int i = 1; i <= 3000; ++i) {
        front.house.append(event_type::order,
                           {{QStringLiteral("order_id"), i},
                            {QStringLiteral("customer_name"), QString(60, u'客')},
                            {QStringLiteral("action"), QStringLiteral("created")}});
    }
    WebSocketClient client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    qsizetype orders = 0;
    for (const QByteArray &text : client.texts) {
        const auto message = protocol::decodeServer(text);
        if (const auto *part = std::get_if<protocol::SnapshotPart>(&*message))
            orders += part->orders.size();
    }
    QCOMPARE(orders, 3000);
}

void TestDoorClients::clientThatReadsNothing()
{
    HubOptions hubOptions;
    ListenerFixture front({}, 4'000'000, hubOptions);
    RawClient deaf(front);
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(deaf.socket.state(), QTcpSocket::ConnectedState);
    deaf.socket.write(handshake("/ws/notifications/?token=li"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    WebSocketClient quick(front.url(), false);
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
    const QJsonObject data{{QStringLiteral("order_id"), 1},
                           {QStringLiteral("text"), QString(3000, u'x')}};
    for (int burst = 1; burst <= 100; ++burst) {
        for (int i = 0; i < 100; ++i)
            front.house.append(QStringLiteral("noise"), data);
        // Each time the quick one has it all, however deaf the other is.
        const auto heard = [&] { return typesOf(quick.texts).count(QStringLiteral("noise")); };
        QTRY_COMPARE_WITH_TIMEOUT(heard(), 100, 10'000);
        quick.texts.clear();
    }
    // 30 MB went by the deaf one. A classic client that was overtaken is told to go.
    deaf.socket.setReadBufferSize(0);
    QTRY_COMPARE_WITH_TIMEOUT(front.house.hub->sessionCount(), 1, 10'000);
    QCOMPARE(front.house.hub->counters().closed, PushCounters::ByNumber({{4008, 1}}));
}

/// It gets the book in place of what it missed. When the ring goes past it again before it has
/// read that book, it is told to go.
void TestDoorClients::twiceOvertakenIsTooSlow()
{
    ListenerFixture front({}, 1'000'000);
    for (int i = 1; i <= 10'000; ++i) // a book larger than all buffers between here and there
        front.house.append(
            event_type::order,
            {{QStringLiteral("order_id"), i}, {QStringLiteral("note"), QString(1000, u'x')}});
    RawClient slow(front);
    slow.socket.setReadBufferSize(1);
    QTRY_COMPARE(slow.socket.state(), QTcpSocket::ConnectedState);
    slow.socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 16 * 1024);
    slow.socket.write(handshake(wangsDoor, "Sec-WebSocket-Protocol: pressboard.v1\r\n"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    slow.socket.write(clientFrame(R"({"type":"hello","resume":null})"));
    const PushCounters &counters = front.house.hub->counters();
    QTRY_COMPARE(counters.snapshots, 1u);

    const auto overtake = [&front] {
        for (int i = 0; i < 500; ++i)
            front.house.append(QStringLiteral("noise"),
                               {{QStringLiteral("x"), QString(3000, u'x')}});
    };
    const auto readUntil = [&slow](const auto &enough) {
        return QTest::qWaitFor(
            [&] {
                slow.socket.readAll();
                return enough();
            },
            20'000);
    };
    overtake();
    slow.socket.setReadBufferSize(64 * 1024);
    QVERIFY(readUntil([&] { return counters.overtaken == 1; }));
    QCOMPARE(front.house.hub->sessionCount(), 1);
    overtake();
    QVERIFY(readUntil([&] { return front.house.hub->sessionCount() == 0; }));
    QCOMPARE(counters.overtaken, 1u);
    QCOMPARE(counters.closed, PushCounters::ByNumber({{4008, 1}}));
}

/// QWebSocket answers pings by itself; whoever reads no answers must not fill our memory.
void TestDoorClients::pingsWithoutReadingAreCut()
{
    ListenerFixture front;
    RawClient deaf(front);
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(deaf.socket.state(), QTcpSocket::ConnectedState);
    deaf.socket.write(handshake("/ws/notifications/?token=li"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    const QByteArray pings = clientFrame(QByteArray(125, 'x'), 9).repeated(10'000);
    // Far more than the kernel and the bound hold together; a cut ends it early.
    for (int i = 0; i < 60 && front.house.hub->sessionCount() == 1; ++i) {
        deaf.socket.write(pings);
        QTRY_VERIFY(deaf.socket.bytesToWrite() == 0 || front.house.hub->sessionCount() == 0);
    }
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
}

void TestDoorClients::oversizedFrame()
{
    ListenerFixture front;
    WebSocketClient client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(QByteArray(200'000, 'x'));
    QTRY_VERIFY(client.isGone);
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

/// Frames that are small enough each, of a message that is not.
void TestDoorClients::oversizedMessage()
{
    ListenerOptions options;
    options.incoming = {4096, 16 * 1024};
    ListenerFixture front(options);
    RawClient client(front);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    client.socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    const QByteArray piece(4000, 'x');
    client.socket.write(clientFrame(piece, 1, false));
    for (int i = 0; i < 4; ++i)
        client.socket.write(clientFrame(piece, 0, false));
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::UnconnectedState);
    QVERIFY(client.socket.readAll().contains(QByteArray::fromHex("03f1"))); // 1009
}

void TestDoorClients::garbageFrames()
{
    for (const QByteArray &garbage : {QByteArray(200, '\xff'), clientFrame("\xc3\x28"),
                                      clientFrame("{}", 7), QByteArray(14, '\0')}) {
        ListenerFixture front;
        RawClient client(front);
        QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
        client.socket.write(handshake(wangsDoor));
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        client.socket.write(garbage);
        QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    }
}

void TestDoorClients::flood()
{
    ListenerFixture front;
    WebSocketClient client(front.url());
    WebSocketClient other(front.url(), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QTRY_VERIFY(other.has(QStringLiteral("connection_established")));
    for (int i = 0; i < 10'000; ++i)
        client.say(R"({"type":"ping"})");
    QTRY_VERIFY(client.isGone);
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::TooMany));
    front.house.appendOrder(1);
    QTRY_VERIFY(other.has(event_type::order));
}

void TestDoorClients::clientThatVanishes()
{
    ListenerFixture front;
    for (int i = 0; i < 20; ++i) {
        WebSocketClient client(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        for (int n = 1; n < 50; ++n)
            front.house.appendOrder(n);
        client.socket.abort();
        QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    }
}

void TestDoorClients::closeCodesArrive()
{
    ListenerFixture front;
    WebSocketClient client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    front.house.hub->stop(QStringLiteral("the server is being updated"));
    QTRY_VERIFY(client.isGone);
    QCOMPARE(typesOf(client.texts).last(), QStringLiteral("goodbye"));
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::GoingAway));
    QCOMPARE(client.socket.closeReason(), QStringLiteral("the server is being updated"));
}

QTEST_GUILESS_MAIN(TestDoorClients)
#include "tst_listener_clients.moc"
