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

/// Real clients at the listener, the good and the bad.
class TestListenerClients : public QObject
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

void TestListenerClients::classicClient()
{
    ListenerFixture fixture;
    WebSocketClient client(fixture.url(QStringLiteral("li")), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"ping"})");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"pong\",\"message\":\"pong\"}");
    client.say("{");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"error\",\"message\":\"无效的JSON格式\"}");
    fixture.push.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestListenerClients::v1Client()
{
    ListenerFixture fixture;
    WebSocketClient client(fixture.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QCOMPARE(client.socket.subprotocol(), QString(protocol::subprotocol));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    fixture.push.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestListenerClients::v1ClientOverTls()
{
    ListenerOptions options;
    options.tls = testTls();
    ListenerFixture fixture(options);
    for (int i = 1; i <= 2000; ++i)
        fixture.push.appendOrder(i);
    QUrl url = fixture.url();
    url.setScheme(QStringLiteral("wss"));
    WebSocketClient client(url);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    fixture.push.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
    client.socket.abort();
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
}

/// More than QtWebSockets would put into one frame of its own is never needed; all below arrives
/// whole, also what is cut inside a Chinese character by whatever lies between.
void TestListenerClients::largeFramesArrive()
{
    ListenerFixture fixture;
    for (int i = 1; i <= 3000; ++i) {
        fixture.push.append(event_type::order,
                            {{QStringLiteral("order_id"), i},
                             {QStringLiteral("customer_name"), QString(60, u'客')},
                             {QStringLiteral("action"), QStringLiteral("created")}});
    }
    WebSocketClient client(fixture.url());
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

void TestListenerClients::clientThatReadsNothing()
{
    HubOptions hubOptions;
    ListenerFixture fixture({}, 4'000'000, hubOptions);
    RawClient deaf(fixture);
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(deaf.socket.state(), QTcpSocket::ConnectedState);
    deaf.socket.write(handshake("/ws/notifications/?token=li"));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    WebSocketClient quick(fixture.url(), false);
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 2);
    const QJsonObject data{{QStringLiteral("order_id"), 1},
                           {QStringLiteral("text"), QString(3000, u'x')}};
    for (int burst = 1; burst <= 100; ++burst) {
        for (int i = 0; i < 100; ++i)
            fixture.push.append(QStringLiteral("noise"), data);
        // Each time the quick one has it all, however deaf the other is.
        const auto heard = [&] { return typesOf(quick.texts).count(QStringLiteral("noise")); };
        QTRY_COMPARE_WITH_TIMEOUT(heard(), 100, 10'000);
        quick.texts.clear();
    }
    // 30 MB went by the deaf one. A classic client that was overtaken is told to go.
    deaf.socket.setReadBufferSize(0);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.push.hub->sessionCount(), 1, 10'000);
    QCOMPARE(fixture.push.hub->counters().closed, PushCounters::ByNumber({{4008, 1}}));
}

/// It gets the book in place of what it missed. When the ring goes past it again before it has
/// read that book, it is told to go.
void TestListenerClients::twiceOvertakenIsTooSlow()
{
    ListenerFixture fixture({}, 1'000'000);
    for (int i = 1; i <= 10'000; ++i) // a book larger than all buffers between here and there
        fixture.push.append(
            event_type::order,
            {{QStringLiteral("order_id"), i}, {QStringLiteral("note"), QString(1000, u'x')}});
    RawClient slow(fixture);
    slow.socket.setReadBufferSize(1);
    QTRY_COMPARE(slow.socket.state(), QTcpSocket::ConnectedState);
    slow.socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 16 * 1024);
    slow.socket.write(handshake(wangsTarget, "Sec-WebSocket-Protocol: pressboard.v1\r\n"));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    slow.socket.write(clientFrame(R"({"type":"hello","resume":null})"));
    const PushCounters &counters = fixture.push.hub->counters();
    QTRY_COMPARE(counters.snapshots, 1u);

    const auto overtake = [&fixture] {
        for (int i = 0; i < 500; ++i)
            fixture.push.append(QStringLiteral("noise"),
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
    QCOMPARE(fixture.push.hub->sessionCount(), 1);
    overtake();
    QVERIFY(readUntil([&] { return fixture.push.hub->sessionCount() == 0; }));
    QCOMPARE(counters.overtaken, 1u);
    QCOMPARE(counters.closed, PushCounters::ByNumber({{4008, 1}}));
}

/// QWebSocket answers pings by itself; whoever reads no answers must not fill our memory.
void TestListenerClients::pingsWithoutReadingAreCut()
{
    ListenerFixture fixture;
    RawClient deaf(fixture);
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(deaf.socket.state(), QTcpSocket::ConnectedState);
    deaf.socket.write(handshake("/ws/notifications/?token=li"));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    const QByteArray pings = clientFrame(QByteArray(125, 'x'), 9).repeated(10'000);
    // Far more than the kernel and the bound hold together; a cut ends it early.
    for (int i = 0; i < 60 && fixture.push.hub->sessionCount() == 1; ++i) {
        deaf.socket.write(pings);
        QTRY_VERIFY(deaf.socket.bytesToWrite() == 0 || fixture.push.hub->sessionCount() == 0);
    }
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
}

void TestListenerClients::oversizedFrame()
{
    ListenerFixture fixture;
    WebSocketClient client(fixture.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(QByteArray(200'000, 'x'));
    QTRY_VERIFY(client.isGone);
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

/// Frames that are small enough each, of a message that is not.
void TestListenerClients::oversizedMessage()
{
    ListenerOptions options;
    options.incoming = {4096, 16 * 1024};
    ListenerFixture fixture(options);
    RawClient client(fixture);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    client.socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    const QByteArray piece(4000, 'x');
    client.socket.write(clientFrame(piece, 1, false));
    for (int i = 0; i < 4; ++i)
        client.socket.write(clientFrame(piece, 0, false));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::UnconnectedState);
    QVERIFY(client.socket.readAll().contains(QByteArray::fromHex("03f1"))); // 1009
}

void TestListenerClients::garbageFrames()
{
    for (const QByteArray &garbage : {QByteArray(200, '\xff'), clientFrame("\xc3\x28"),
                                      clientFrame("{}", 7), QByteArray(14, '\0')}) {
        ListenerFixture fixture;
        RawClient client(fixture);
        QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
        client.socket.write(handshake(wangsTarget));
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
        client.socket.write(garbage);
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    }
}

void TestListenerClients::flood()
{
    ListenerFixture fixture;
    WebSocketClient client(fixture.url());
    WebSocketClient other(fixture.url(), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QTRY_VERIFY(other.has(QStringLiteral("connection_established")));
    for (int i = 0; i < 10'000; ++i)
        client.say(R"({"type":"ping"})");
    QTRY_VERIFY(client.isGone);
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::TooMany));
    fixture.push.appendOrder(1);
    QTRY_VERIFY(other.has(event_type::order));
}

void TestListenerClients::clientThatVanishes()
{
    ListenerFixture fixture;
    for (int i = 0; i < 20; ++i) {
        WebSocketClient client(fixture.url());
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
        for (int n = 1; n < 50; ++n)
            fixture.push.appendOrder(n);
        client.socket.abort();
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    }
}

void TestListenerClients::closeCodesArrive()
{
    ListenerFixture fixture;
    WebSocketClient client(fixture.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    fixture.push.hub->stop(QStringLiteral("the server is being updated"));
    QTRY_VERIFY(client.isGone);
    QCOMPARE(typesOf(client.texts).last(), QStringLiteral("goodbye"));
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::GoingAway));
    QCOMPARE(client.socket.closeReason(), QStringLiteral("the server is being updated"));
}

QTEST_GUILESS_MAIN(TestListenerClients)
#include "tst_listener_clients.moc"
