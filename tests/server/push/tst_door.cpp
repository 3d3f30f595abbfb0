// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/front.h"
#include "tests/server/push/raw_client.h"
#include "tests/server/push/test_certificate.h"

#include "shared/protocol/codec.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// A real WebSocket client.
struct Client
{
    explicit Client(const QUrl &url, bool v1 = true)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived,
                         [this](const QString &text) { texts << text.toUtf8(); });
        QObject::connect(&socket, &QWebSocket::disconnected, [this] { isGone = true; });
        QWebSocketHandshakeOptions options;
        if (v1)
            options.setSubprotocols({QString(protocol::subprotocol)});
        QObject::connect(&socket, &QWebSocket::sslErrors, &socket,
                         [this] { socket.ignoreSslErrors(); }); // self-signed
        socket.open(url, options);
    }
    void say(const QByteArray &text) { socket.sendTextMessage(QString::fromUtf8(text)); }
    bool has(const QString &type) const { return typesOf(texts).contains(type); }

    QWebSocket socket;
    QByteArrayList texts;
    bool isGone = false;
};

} // namespace

class TestDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesInPlainHttp_data();
    void refusesInPlainHttp();
    void whileUsersAreUnknown();
    void tellsNobodysToken();
    void silence();
    void silenceBeforeTls();
    void noTlsWhereItIsWanted();
    void halfAHead();
    void slowHeadOneByteAtATime();
    void headsInPieces();
    void everyPlaceTaken();
    void tooManyFromOneAddress();
    void classicClient();
    void v1Client();
    void v1ClientOverTls();
    void largeFramesArrive();
    void clientThatReadsNothing();
    void twiceOvertakenIsTooSlow();
    void pingsWithoutReadingAreCut();
    void oversizedFrame();
    void oversizedMessage();
    void aLargerHeadWhereAllowed();
    void garbageFrames();
    void flood();
    void clientThatVanishes();
    void closeCodesArrive();
    void portInUse();
};

void TestDoor::refusesInPlainHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("no token", handshake("/ws/notifications/"), 401);
    row("a wrong token", handshake("/ws/notifications/?token=nobody"), 401);
    row("a foreign page", handshake(wangsDoor, "Origin: http://evil.example\r\n"), 403);
    row("another path", handshake("/admin"), 404);
    row("a browser's visit", "GET /ws/notifications/ HTTP/1.1\r\nHost: x\r\n\r\n", 426);
    row("a post", "POST /ws/notifications/ HTTP/1.1\r\nHost: x\r\n\r\n", 405);
    row("a huge head", handshake(wangsDoor, "X: " + QByteArray(9000, 'x') + "\r\n"), 400);
    row("garbage", "\x01\x02\x03\r\n\r\n", 400);
    row("a TLS hello", QByteArray::fromHex("16030100fa010000f6"), 400);
}

void TestDoor::refusesInPlainHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Front front;
    const QByteArray answer = RawClient(front).ask(request);
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.size() - answer.indexOf("\r\n\r\n") > 8); // a word for people
    QCOMPARE(front.house.hub->sessionCount(), 0);
}

void TestDoor::whileUsersAreUnknown()
{
    Front front;
    front.obstacle = QStringLiteral("The users have not been read yet.");
    const QByteArray answer = RawClient(front).ask(handshake(wangsDoor));
    QVERIFY(answer.startsWith("HTTP/1.1 503 "));
    QVERIFY(answer.contains("Retry-After: 2\r\n"));
    QVERIFY(answer.endsWith("The users have not been read yet.\n"));
}

void TestDoor::tellsNobodysToken()
{
    static QStringList lines;
    lines.clear();
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    {
        Front front;
        RawClient(front).ask(handshake("/ws/notifications/?token=pb_very_secret"));
        RawClient(front).ask(handshake("/?token=pb_very_secret",
                                       "Authorization: Bearer pb_very_secret\r\n"));
        Client client(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    }
    qInstallMessageHandler(previous);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines)
        QVERIFY2(!line.contains(QLatin1StringView("secret")) && !line.contains(u'?'), qPrintable(line));
}

void TestDoor::silence()
{
    DoorOptions options;
    options.headTime = 50ms;
    Front front(options);
    QCOMPARE(RawClient(front).ask({}), QByteArray());
}

void TestDoor::silenceBeforeTls()
{
    DoorOptions options;
    options.tls = testTls();
    options.headTime = 50ms;
    Front front(options);
    QCOMPARE(RawClient(front).ask({}), QByteArray());
    QCOMPARE(front.house.hub->counters().lateHeads, 1u);
}

/// The connection ends at once, not when the time for the head is over.
void TestDoor::noTlsWhereItIsWanted()
{
    DoorOptions options;
    options.tls = testTls();
    options.headTime = 1h;
    Front front(options);
    QVERIFY(RawClient(front).ask(handshake(wangsDoor)) != "never closed");
}

void TestDoor::halfAHead()
{
    DoorOptions options;
    options.headTime = 50ms;
    Front front(options);
    QCOMPARE(RawClient(front).status(handshake(wangsDoor).chopped(1)), 400);
}

void TestDoor::slowHeadOneByteAtATime()
{
    DoorOptions options;
    options.headTime = 100ms;
    Front front(options);
    RawClient client(front);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    // Bytes do not buy time: it is over long before the head is.
    QElapsedTimer timer;
    timer.start();
    while (client.socket.state() == QTcpSocket::ConnectedState && timer.elapsed() < 10'000) {
        client.socket.write("G");
        QTest::qWait(5);
    }
    QVERIFY(timer.elapsed() < 10'000);
}

void TestDoor::headsInPieces()
{
    Front front;
    const QByteArray bytes = handshake(wangsDoor);
    for (qsizetype cut = 1; cut < bytes.size(); cut += 17) {
        RawClient client(front);
        QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
        client.socket.write(bytes.first(cut));
        client.socket.flush();
        QCoreApplication::processEvents();
        client.socket.write(bytes.sliced(cut));
        QTRY_VERIFY(client.socket.peek(12) == "HTTP/1.1 101");
        client.socket.abort();
    }
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
}

void TestDoor::everyPlaceTaken()
{
    DoorOptions options;
    options.maxClients = 1;
    Front front(options);
    {
        Client first(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        const QByteArray answer = RawClient(front).ask(handshake(wangsDoor));
        QVERIFY(answer.startsWith("HTTP/1.1 429 "));
        QVERIFY(answer.contains("Retry-After: "));
    }
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    Client next(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
}

void TestDoor::tooManyFromOneAddress()
{
    DoorOptions options;
    options.maxClientsPerAddress = 1;
    Front front(options);
    auto first = std::make_unique<Client>(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    QCOMPARE(RawClient(front).status(handshake(wangsDoor)), 429);
    RawClient other(front); // from another address, says the proxy
    QTRY_COMPARE(other.socket.state(), QTcpSocket::ConnectedState);
    other.socket.write(handshake(wangsDoor, "X-Real-IP: 10.0.0.7\r\n"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
    first.reset();
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    Client again(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
}

void TestDoor::classicClient()
{
    Front front;
    Client client(front.url(QStringLiteral("li")), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"ping"})");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"pong\",\"message\":\"pong\"}");
    client.say("{");
    QTRY_COMPARE(client.texts.last(), "{\"type\":\"error\",\"message\":\"无效的JSON格式\"}");
    front.house.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestDoor::v1Client()
{
    Front front;
    Client client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QCOMPARE(client.socket.subprotocol(), QString(protocol::subprotocol));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    front.house.appendOrder(1);
    QTRY_VERIFY(client.has(event_type::order));
}

void TestDoor::v1ClientOverTls()
{
    DoorOptions options;
    options.tls = testTls();
    Front front(options);
    for (int i = 1; i <= 2000; ++i)
        front.house.appendOrder(i);
    QUrl url = front.url();
    url.setScheme(QStringLiteral("wss"));
    Client client(url);
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
void TestDoor::largeFramesArrive()
{
    Front front;
    for (int i = 1; i <= 3000; ++i) {
        front.house.append(event_type::order,
                           {{QStringLiteral("order_id"), i},
                            {QStringLiteral("customer_name"), QString(60, u'客')},
                            {QStringLiteral("action"), QStringLiteral("created")}});
    }
    Client client(front.url());
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

void TestDoor::clientThatReadsNothing()
{
    HubOptions hubOptions;
    Front front({}, 4'000'000, hubOptions);
    RawClient deaf(front);
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(deaf.socket.state(), QTcpSocket::ConnectedState);
    deaf.socket.write(handshake("/ws/notifications/?token=li"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    Client quick(front.url(), false);
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
    const QJsonObject data{{QStringLiteral("order_id"), 1}, {QStringLiteral("text"), QString(3000, u'x')}};
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
void TestDoor::twiceOvertakenIsTooSlow()
{
    Front front({}, 1'000'000);
    for (int i = 1; i <= 10'000; ++i) // a book larger than all buffers between here and there
        front.house.append(event_type::order, {{QStringLiteral("order_id"), i},
                                               {QStringLiteral("note"), QString(1000, u'x')}});
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
            front.house.append(QStringLiteral("noise"), {{QStringLiteral("x"), QString(3000, u'x')}});
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
void TestDoor::pingsWithoutReadingAreCut()
{
    Front front;
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

void TestDoor::oversizedFrame()
{
    Front front;
    Client client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(QByteArray(200'000, 'x'));
    QTRY_VERIFY(client.isGone);
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

/// Frames that are small enough each, of a message that is not.
void TestDoor::oversizedMessage()
{
    DoorOptions options;
    options.incoming = {4096, 16 * 1024};
    Front front(options);
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

void TestDoor::aLargerHeadWhereAllowed()
{
    DoorOptions options;
    options.headBytes = 32 * 1024;
    Front front(options);
    const QByteArray cookie = "Cookie: " + QByteArray(7000, 'x') + "\r\n";
    QCOMPARE(RawClient(front).status(handshake(wangsDoor, cookie.repeated(5))), 400);
    RawClient client(front);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    client.socket.write(handshake(wangsDoor, cookie.repeated(4)));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
}

void TestDoor::garbageFrames()
{
    for (const QByteArray &garbage : {QByteArray(200, '\xff'), clientFrame("\xc3\x28"),
                                      clientFrame("{}", 7), QByteArray(14, '\0')}) {
        Front front;
        RawClient client(front);
        QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
        client.socket.write(handshake(wangsDoor));
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        client.socket.write(garbage);
        QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    }
}

void TestDoor::flood()
{
    Front front;
    Client client(front.url());
    Client other(front.url(), false);
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    QTRY_VERIFY(other.has(QStringLiteral("connection_established")));
    for (int i = 0; i < 10'000; ++i)
        client.say(R"({"type":"ping"})");
    QTRY_VERIFY(client.isGone);
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::TooMany));
    front.house.appendOrder(1);
    QTRY_VERIFY(other.has(event_type::order));
}

void TestDoor::clientThatVanishes()
{
    Front front;
    for (int i = 0; i < 20; ++i) {
        Client client(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        for (int n = 1; n < 50; ++n)
            front.house.appendOrder(n);
        client.socket.abort();
        QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    }
}

void TestDoor::closeCodesArrive()
{
    Front front;
    Client client(front.url());
    QTRY_VERIFY(client.has(QStringLiteral("connection_established")));
    client.say(R"({"type":"hello","resume":null})");
    QTRY_VERIFY(client.has(QStringLiteral("synced")));
    front.house.hub->stop(QStringLiteral("the server is being updated"));
    QTRY_VERIFY(client.isGone);
    QCOMPARE(typesOf(client.texts).last(), QStringLiteral("goodbye"));
    QCOMPARE(int(client.socket.closeCode()), int(CloseCode::GoingAway));
    QCOMPARE(client.socket.closeReason(), QStringLiteral("the server is being updated"));
}

void TestDoor::portInUse()
{
    Front front;
    Door second({}, front.house.users, *front.house.hub, [] { return std::nullopt; });
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), front.port);
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(QLatin1StringView("--listen")));
    QVERIFY(listening.error().message.contains(QString::number(front.port)));
}

QTEST_GUILESS_MAIN(TestDoor)
#include "tst_door.moc"
