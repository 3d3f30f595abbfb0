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
    void aLargerHeadWhereAllowed();
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
    ListenerFixture front;
    const QByteArray answer = RawClient(front).ask(request);
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.size() - answer.indexOf("\r\n\r\n") > 8); // a word for people
    QCOMPARE(front.house.hub->sessionCount(), 0);
}

void TestDoor::whileUsersAreUnknown()
{
    ListenerFixture front;
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
        ListenerFixture front;
        RawClient(front).ask(handshake("/ws/notifications/?token=pb_very_secret"));
        RawClient(front).ask(
            handshake("/?token=pb_very_secret", "Authorization: Bearer pb_very_secret\r\n"));
        WebSocketClient client(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    }
    qInstallMessageHandler(previous);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines)
        QVERIFY2(!line.contains(QLatin1StringView("secret")) && !line.contains(u'?'),
                 qPrintable(line));
}

void TestDoor::silence()
{
    ListenerOptions options;
    options.headTime = 50ms;
    ListenerFixture front(options);
    QCOMPARE(RawClient(front).ask({}), QByteArray());
}

void TestDoor::silenceBeforeTls()
{
    ListenerOptions options;
    options.tls = testTls();
    options.headTime = 50ms;
    ListenerFixture front(options);
    QCOMPARE(RawClient(front).ask({}), QByteArray());
    QCOMPARE(front.house.hub->counters().lateHeads, 1u);
}

/// The connection ends at once, not when the time for the head is over.
void TestDoor::noTlsWhereItIsWanted()
{
    ListenerOptions options;
    options.tls = testTls();
    options.headTime = 1h;
    ListenerFixture front(options);
    QVERIFY(RawClient(front).ask(handshake(wangsDoor)) != "never closed");
}

void TestDoor::halfAHead()
{
    ListenerOptions options;
    options.headTime = 50ms;
    ListenerFixture front(options);
    QCOMPARE(RawClient(front).status(handshake(wangsDoor).chopped(1)), 400);
}

void TestDoor::slowHeadOneByteAtATime()
{
    ListenerOptions options;
    options.headTime = 100ms;
    ListenerFixture front(options);
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
    ListenerFixture front;
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
    ListenerOptions options;
    options.maxClients = 1;
    ListenerFixture front(options);
    {
        WebSocketClient first(front.url());
        QTRY_COMPARE(front.house.hub->sessionCount(), 1);
        const QByteArray answer = RawClient(front).ask(handshake(wangsDoor));
        QVERIFY(answer.startsWith("HTTP/1.1 429 "));
        QVERIFY(answer.contains("Retry-After: "));
    }
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    WebSocketClient next(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
}

void TestDoor::tooManyFromOneAddress()
{
    ListenerOptions options;
    options.maxClientsPerAddress = 1;
    ListenerFixture front(options);
    auto first = std::make_unique<WebSocketClient>(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    QCOMPARE(RawClient(front).status(handshake(wangsDoor)), 429);
    RawClient other(front); // from another address, says the proxy
    QTRY_COMPARE(other.socket.state(), QTcpSocket::ConnectedState);
    other.socket.write(handshake(wangsDoor, "X-Real-IP: 10.0.0.7\r\n"));
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
    first.reset();
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    WebSocketClient again(front.url());
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
}

void TestDoor::aLargerHeadWhereAllowed()
{
    ListenerOptions options;
    options.headBytes = 32 * 1024;
    ListenerFixture front(options);
    const QByteArray cookie = "Cookie: " + QByteArray(7000, 'x') + "\r\n";
    QCOMPARE(RawClient(front).status(handshake(wangsDoor, cookie.repeated(5))), 400);
    RawClient client(front);
    QTRY_COMPARE(client.socket.state(), QTcpSocket::ConnectedState);
    client.socket.write(handshake(wangsDoor, cookie.repeated(4)));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
}

void TestDoor::portInUse()
{
    ListenerFixture front;
    Listener second({}, front.house.users, *front.house.hub, [] { return std::nullopt; });
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), front.port);
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(QLatin1StringView("--listen")));
    QVERIFY(listening.error().message.contains(QString::number(front.port)));
}

QTEST_GUILESS_MAIN(TestDoor)
#include "tst_listener.moc"
