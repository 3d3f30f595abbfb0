// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/listener/listener_fixture.h"
#include "tests/server/listener/raw_client.h"
#include "tests/server/listener/test_certificate.h"
#include "tests/server/listener/web_socket_client.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// Who gets in, and what the others are told.
class TestListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesInPlainHttp_data();
    void refusesInPlainHttp();
    void whileUsersAreUnknown();
    void tellsNobodysToken();
    void saysSoMuchOfWhomItRefuses();
    void nobodyJudgesAgain_data();
    void nobodyJudgesAgain();
    void silence();
    void silenceBeforeTls();
    void noTlsWhereItIsWanted();
    void halfAHead();
    void slowHeadOneByteAtATime();
    void headsInPieces();
    void everyPlaceTaken();
    void tooManyFromOneAddress();
    void tooManyOfOneUser();
    void aLargerHeadWhereAllowed();
    void portInUse();
};

void TestListener::refusesInPlainHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("no token", handshake("/ws/notifications/"), 401);
    row("a wrong token", handshake("/ws/notifications/?token=nobody"), 401);
    row("a foreign page", handshake(wangsTarget, "Origin: http://evil.example\r\n"), 403);
    row("another path", handshake("/admin"), 404);
    row("a browser's visit", "GET /ws/notifications/ HTTP/1.1\r\nHost: x\r\n\r\n", 426);
    row("a post", "POST /ws/notifications/ HTTP/1.1\r\nHost: x\r\n\r\n", 405);
    row("a huge head", handshake(wangsTarget, "X: " + QByteArray(9000, 'x') + "\r\n"), 400);
    row("garbage", "\x01\x02\x03\r\n\r\n", 400);
    row("a TLS hello", QByteArray::fromHex("16030100fa010000f6"), 400);
}

void TestListener::refusesInPlainHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ListenerFixture fixture;
    const QByteArray answer = RawClient(fixture).ask(request);
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.size() - answer.indexOf("\r\n\r\n") > 8); // a word for people
    QCOMPARE(fixture.push.hub->sessionCount(), 0);
}

void TestListener::whileUsersAreUnknown()
{
    ListenerFixture fixture;
    fixture.obstacle = QStringLiteral("The users have not been read yet.");
    const QByteArray answer = RawClient(fixture).ask(handshake(wangsTarget));
    QVERIFY(answer.startsWith("HTTP/1.1 503 "));
    QVERIFY(answer.contains("Retry-After: 2\r\n"));
    QVERIFY(answer.endsWith("The users have not been read yet.\n"));
}

void TestListener::tellsNobodysToken()
{
    static QStringList lines;
    lines.clear();
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    {
        ListenerFixture fixture;
        RawClient(fixture).ask(handshake("/ws/notifications/?token=pb_very_secret"));
        RawClient(fixture).ask(
            handshake("/?token=pb_very_secret", "Authorization: Bearer pb_very_secret\r\n"));
        for (const QByteArray mistyped :
             {"/ws/notifications/pb_very_secret", "/pb_very_secret/ws",
              "/ws/notifications/&token=very_secret", "/ws/token=very%5Fsecret/pb_very-secret"})
            RawClient(fixture).ask(handshake(mistyped));
        WebSocketClient client(fixture.url());
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    }
    qInstallMessageHandler(previous);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines)
        QVERIFY2(!line.contains(QLatin1StringView("secret")) && !line.contains(u'?'),
                 qPrintable(line));
}

/// However long a path is, and however often somebody comes.
void TestListener::saysSoMuchOfWhomItRefuses()
{
    static QStringList lines;
    lines.clear();
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    {
        ListenerFixture fixture;
        for (int i = 0; i < 500; ++i)
            RawClient(fixture).ask(handshake("/" + QByteArray(5000, 'x')));
        QCOMPARE(fixture.push.hub->counters().refused.at(404), 500u);
    }
    qInstallMessageHandler(previous);
    QVERIFY(!lines.isEmpty());
    QVERIFY2(lines.size() < 400, qPrintable(QString::number(lines.size())));
    for (const QString &line : lines)
        QVERIFY2(line.size() < 300, qPrintable(line));
}

void TestListener::nobodyJudgesAgain_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char *name, const QByteArray &more) {
        QTest::newRow(name) << handshake(wangsTarget, more);
    };
    row("more protocols to upgrade to", "Upgrade: h2c\r\n");
    row("more that is asked of the connection", "Connection: keep-alive\r\n");
    row("more versions", "Sec-WebSocket-Version: 8, 7\r\n");
    row("many headers", QByteArray("X-Many: 1\r\n").repeated(300));
    row("one header many times", QByteArray("Cookie: a=b\r\n").repeated(300));
    row("extensions", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
    row("many subprotocols", "Sec-WebSocket-Protocol: chat, pressboard.v1, superchat\r\n");
    QTest::newRow("another order of protocols")
        << handshake(wangsTarget).replace("Upgrade: websocket", "Upgrade: h2c, websocket");
}

/// Whom the listener lets in is in: there is no second look that ends without an answer.
void TestListener::nobodyJudgesAgain()
{
    QFETCH(QByteArray, request);
    ListenerFixture fixture;
    RawClient client(fixture);
    client.socket.write(request);
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QTRY_VERIFY(client.socket.peek(5000).contains("connection_established"));
    QVERIFY(client.socket.peek(5000).startsWith("HTTP/1.1 101 Switching Protocols\r\n"));
    QVERIFY(client.socket.peek(5000).contains(
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")); // of RFC 6455, 1.3
}

void TestListener::silence()
{
    ListenerOptions options;
    options.headTime = 50ms;
    ListenerFixture fixture(options);
    QCOMPARE(RawClient(fixture).ask({}), QByteArray());
}

void TestListener::silenceBeforeTls()
{
    ListenerOptions options;
    options.tls = testTls();
    options.headTime = 50ms;
    ListenerFixture fixture(options);
    QCOMPARE(RawClient(fixture).ask({}), QByteArray());
    QCOMPARE(fixture.push.hub->counters().lateHeads, 1u);
}

/// The connection ends at once, not when the time for the head is over.
void TestListener::noTlsWhereItIsWanted()
{
    ListenerOptions options;
    options.tls = testTls();
    options.headTime = 1h;
    ListenerFixture fixture(options);
    QVERIFY(RawClient(fixture).ask(handshake(wangsTarget)) != "never closed");
}

void TestListener::halfAHead()
{
    ListenerOptions options;
    options.headTime = 50ms;
    ListenerFixture fixture(options);
    QCOMPARE(RawClient(fixture).status(handshake(wangsTarget).chopped(1)), 400);
}

void TestListener::slowHeadOneByteAtATime()
{
    ListenerOptions options;
    options.headTime = 100ms;
    ListenerFixture fixture(options);
    RawClient client(fixture);
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

void TestListener::headsInPieces()
{
    ListenerFixture fixture;
    const QByteArray bytes = handshake(wangsTarget);
    for (qsizetype cut = 1; cut < bytes.size(); cut += 17) {
        RawClient client(fixture);
        QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
        client.socket.write(bytes.first(cut));
        client.socket.flush();
        QCoreApplication::processEvents();
        client.socket.write(bytes.sliced(cut));
        QTRY_VERIFY(client.socket.peek(12) == "HTTP/1.1 101");
        client.socket.abort();
    }
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
}

void TestListener::everyPlaceTaken()
{
    ListenerOptions options;
    options.maxClients = 1;
    ListenerFixture fixture(options);
    {
        WebSocketClient first(fixture.url());
        QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
        const QByteArray answer = RawClient(fixture).ask(handshake(wangsTarget));
        QVERIFY(answer.startsWith("HTTP/1.1 429 "));
        QVERIFY(answer.contains("Retry-After: "));
    }
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    WebSocketClient next(fixture.url());
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
}

void TestListener::tooManyFromOneAddress()
{
    ListenerOptions options;
    options.maxClientsPerAddress = 1;
    ListenerFixture fixture(options);
    auto first = std::make_unique<WebSocketClient>(fixture.url());
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QCOMPARE(RawClient(fixture).status(handshake(wangsTarget)), 429);
    RawClient other(fixture); // from another address, says the proxy
    QTRY_COMPARE(other.socket.state(), QTcpSocket::ConnectedState);
    other.socket.write(handshake(wangsTarget, "X-Real-IP: 10.0.0.7\r\n"));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 2);
    first.reset();
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    WebSocketClient again(fixture.url());
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 2);
}

void TestListener::tooManyOfOneUser()
{
    ListenerOptions options;
    options.maxClientsPerUser = 1;
    options.rules.anonymousMayRead = true;
    ListenerFixture fixture(options);
    auto first = std::make_unique<WebSocketClient>(fixture.url());
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QCOMPARE(RawClient(fixture).status(handshake(wangsTarget, "X-Real-IP: 10.0.0.7\r\n")), 429);
    QCOMPARE(fixture.push.hub->counters().crowdedUser, 1u);
    WebSocketClient other(fixture.url(QStringLiteral("li")));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 2);
    RawClient nobody(fixture);
    nobody.socket.write(handshake("/ws/notifications/"));
    RawClient nobodyElse(fixture);
    nobodyElse.socket.write(handshake("/ws/notifications/"));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 4);
    first.reset();
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 3);
    WebSocketClient again(fixture.url());
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 4);
}

void TestListener::aLargerHeadWhereAllowed()
{
    ListenerOptions options;
    options.headBytes = 32 * 1024;
    ListenerFixture fixture(options);
    const QByteArray cookie = "Cookie: " + QByteArray(7000, 'x') + "\r\n";
    QCOMPARE(RawClient(fixture).status(handshake(wangsTarget, cookie.repeated(5))), 400);
    RawClient client(fixture);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    client.socket.write(handshake(wangsTarget, cookie.repeated(4)));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
}

void TestListener::portInUse()
{
    ListenerFixture fixture;
    Listener second({}, fixture.push.users, *fixture.push.hub, [] { return std::nullopt; });
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), fixture.port);
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(QLatin1StringView("--listen")));
    QVERIFY(listening.error().message.contains(QString::number(fixture.port)));
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
