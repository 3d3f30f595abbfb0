// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/next_action.h"
#include "client/connection/web_socket.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace pressboard;
using namespace pressboard::client;

Q_DECLARE_METATYPE(pressboard::client::Ending)

/// Against real sockets on the loopback: what QtWebSockets really says.
class TestWebSocket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void talks();
    void tellsTheHttpStatus_data();
    void tellsTheHttpStatus();
    void tellsTheCloseCode_data();
    void tellsTheCloseCode();
    void aDropIsNoDeliberateClose();
    void nobodyListens();
    void noSuchHost();
    void saysWhyItCloses();
    void isSilentAfterAbort();
    void readsTheStatusInAnyLanguage();

private:
    QUrl url(quint16 port) const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/notifications/").arg(port));
    }
    QWebSocket *accept();

    QWebSocketServer m_server{QStringLiteral("test"), QWebSocketServer::NonSecureMode};
};

void TestWebSocket::initTestCase()
{
    m_server.setSupportedSubprotocols({QStringLiteral("pressboard.v1")});
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

QWebSocket *TestWebSocket::accept()
{
    if (!m_server.hasPendingConnections())
        QSignalSpy(&m_server, &QWebSocketServer::newConnection).wait();
    return m_server.nextPendingConnection();
}

void TestWebSocket::talks()
{
    WebSocket socket;
    QSignalSpy opened(&socket, &Socket::opened);
    QSignalSpy text(&socket, &Socket::textReceived);
    QSignalSpy binary(&socket, &Socket::binaryReceived);
    socket.open(url(m_server.serverPort()), {{"Authorization", "Bearer t"}},
                QStringLiteral("pressboard.v1"));
    const std::unique_ptr<QWebSocket> peer(accept());
    QVERIFY(peer);
    QCOMPARE(peer->request().rawHeader("Authorization"), QByteArray("Bearer t"));
    QCOMPARE(peer->subprotocol(), QStringLiteral("pressboard.v1"));
    QTRY_COMPARE(opened.count(), 1);

    QSignalSpy heard(peer.get(), &QWebSocket::textMessageReceived);
    socket.sendText(QByteArrayLiteral("覆膜"));
    QTRY_COMPARE(heard.count(), 1);
    QCOMPARE(heard.first().first().toString(), QStringLiteral("覆膜"));
    peer->sendTextMessage(QStringLiteral("烫金"));
    peer->sendBinaryMessage("x");
    QTRY_COMPARE(binary.count(), 1);
    QCOMPARE(binary.first().first().toByteArray(), QByteArray("x"));
    QCOMPARE(text.first().first().toByteArray(), QByteArray("烫金"));
}

void TestWebSocket::tellsTheHttpStatus_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    for (const int code : {401, 403, 404, 426, 429, 503, 301, 502})
        QTest::addRow("%d", code) << QByteArray("HTTP/1.1 " + QByteArray::number(code)
                                                + " Because\r\nContent-Length: 0\r\n\r\n")
                                  << code;
    QTest::newRow("400") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                         << 400;
    QTest::newRow("no WebSocket") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                                  << 200;
    QTest::newRow("a wrong key") << QByteArray(
        "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: wrong\r\n\r\n")
                                 << 400;
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.com ESMTP\r\n\r\n") << 400;
}

void TestWebSocket::tellsTheHttpStatus()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server, &answer] {
        QTcpSocket *peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer, &answer] { peer->write(answer); });
    });
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url(server.serverPort()), {}, QStringLiteral("pressboard.v1"));
    QTRY_COMPARE(closed.count(), 1);
    const auto ending = closed.first().first().value<Ending>();
    QVERIFY2(ending.httpStatus == status, qPrintable(ending.reason));
    QCOMPARE(ending.closeCode, 0);
    QVERIFY(!ending.reason.isEmpty());
}

void TestWebSocket::tellsTheCloseCode_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {4001, 4002, 4003, 4008, 4009, 4010, 4029, 1001, 1011})
        QTest::addRow("%d", code) << code;
}

void TestWebSocket::tellsTheCloseCode()
{
    QFETCH(int, code);
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url(m_server.serverPort()), {}, QStringLiteral("pressboard.v1"));
    const std::unique_ptr<QWebSocket> peer(accept());
    peer->close(QWebSocketProtocol::CloseCode(code), QStringLiteral("because"));
    QTRY_COMPARE(closed.count(), 1);
    const auto ending = closed.first().first().value<Ending>();
    QCOMPARE(ending.closeCode, code);
    QCOMPARE(ending.reason, QStringLiteral("because"));
}

void TestWebSocket::aDropIsNoDeliberateClose()
{
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url(m_server.serverPort()), {}, QStringLiteral("pressboard.v1"));
    const std::unique_ptr<QWebSocket> peer(accept());
    peer->abort();
    QTRY_COMPARE(closed.count(), 1);
    const auto ending = closed.first().first().value<Ending>();
    QCOMPARE(ending.closeCode, 0);
    QCOMPARE(nextAction(ending), NextAction{});
}

void TestWebSocket::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url(port), {}, QStringLiteral("pressboard.v1"));
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(closed.first().first().value<Ending>().fault, Ending::Fault::Refused);
}

void TestWebSocket::noSuchHost()
{
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(QUrl(QStringLiteral("ws://no-such-host.invalid:5173/")), {},
                QStringLiteral("pressboard.v1"));
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 30000);
    QCOMPARE(closed.first().first().value<Ending>().fault, Ending::Fault::HostNotFound);
}

void TestWebSocket::saysWhyItCloses()
{
    auto socket = std::make_unique<WebSocket>();
    QSignalSpy closed(socket.get(), &Socket::closed);
    socket->open(url(m_server.serverPort()), {}, QStringLiteral("pressboard.v1"));
    const std::unique_ptr<QWebSocket> peer(accept());
    QSignalSpy opened(socket.get(), &Socket::opened);
    QTRY_COMPARE(opened.count(), 1);
    QSignalSpy gone(peer.get(), &QWebSocket::disconnected);
    socket->close(4002, QStringLiteral("nonsense"));
    QCOMPARE(closed.count(), 0);
    socket.reset();
    QTRY_COMPARE(gone.count(), 1);
    QCOMPARE(int(peer->closeCode()), 4002);
    QCOMPARE(peer->closeReason(), QStringLiteral("nonsense"));
}

void TestWebSocket::isSilentAfterAbort()
{
    WebSocket socket;
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url(m_server.serverPort()), {}, QStringLiteral("pressboard.v1"));
    const std::unique_ptr<QWebSocket> peer(accept());
    QSignalSpy gone(peer.get(), &QWebSocket::disconnected);
    socket.abort();
    socket.sendText("x");
    QTRY_COMPARE(gone.count(), 1);
    QCOMPARE(closed.count(), 0);
}

void TestWebSocket::readsTheStatusInAnyLanguage()
{
    const auto status = [](const char *text) {
        return WebSocket::httpStatusIn(QString::fromUtf8(text));
    };
    QCOMPARE(status("QWebSocketPrivate::processHandshake: Unhandled http status code: 401 (X)."),
             401);
    QCOMPARE(status("QWebSocketPrivate::processHandshake：未处理的 HTTP 状态码：503 (Busy)。"),
             503);
    QCOMPARE(status("Connection refused"), 0);
    QCOMPARE(status("Host 192.168.401 (x) not found"), 0);
}

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_web_socket.moc"
