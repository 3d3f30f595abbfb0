// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/on_epoll.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <vector>

namespace {

// More than any buffer on the way, so that both sides switch writing on and off.
const QByteArray large(4 * 1024 * 1024, 'x');

template<class Device> void echo(Device *device)
{
    QObject::connect(device, &QIODevice::readyRead, device,
                     [device] { device->write(device->readAll()); });
}

} // namespace

// Qt's own users of notifiers and timers, on this loop.
class TestEpollQt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tcp()
    {
        constexpr int clients = 300; // more than one batch
        QTcpServer server;
        server.setListenBacklogSize(clients);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                echo(socket);
        });
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        qint64 answered = 0;
        for (int i = 0; i < clients; ++i) {
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            connect(socket.get(), &QTcpSocket::connected, this,
                    [s = socket.get()] { s->write("hello"); });
            connect(socket.get(), &QTcpSocket::readyRead, this,
                    [&, s = socket.get()] { answered += s->readAll().size(); });
            socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
        }
        QTRY_COMPARE(answered, clients * 5);
        // Half of them leave, and others come under their numbers.
        sockets.resize(clients / 2);
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, server.serverPort());
        late.write("hello");
        QTRY_COMPARE(late.bytesAvailable(), 5);
    }

    void tcpWithFullBuffers()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server,
                [&server] { echo(server.nextPendingConnection()); });
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
        socket.write(large);
        QTRY_COMPARE(socket.bytesAvailable(), large.size());
        QCOMPARE(socket.readAll(), large);
    }

    void refusedConnection()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto port = server.serverPort();
        server.close();
        QTcpSocket socket;
        QSignalSpy errors(&socket, &QTcpSocket::errorOccurred);
        socket.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(socket.error(), QTcpSocket::ConnectionRefusedError);
    }

    void localSockets()
    {
        QLocalServer server;
        QVERIFY(server.listen(QStringLiteral("epoll-%1").arg(QCoreApplication::applicationPid())));
        connect(&server, &QLocalServer::newConnection, &server,
                [&server] { echo(server.nextPendingConnection()); });
        QLocalSocket socket;
        socket.connectToServer(server.serverName());
        socket.write(large);
        QTRY_COMPARE(socket.bytesAvailable(), large.size());
        QSignalSpy gone(&socket, &QLocalSocket::disconnected);
        socket.disconnectFromServer();
        QTRY_COMPARE(gone.size(), 1);
    }

    void datagrams()
    {
        QUdpSocket receiver;
        QVERIFY(receiver.bind(QHostAddress::LocalHost));
        QSignalSpy read(&receiver, &QUdpSocket::readyRead);
        QUdpSocket sender;
        sender.writeDatagram("hello", QHostAddress::LocalHost, receiver.localPort());
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(receiver.hasPendingDatagrams());
    }

    void processes()
    {
        QProcess process;
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(QStringLiteral("cat"), {});
        process.write(large);
        process.closeWriteChannel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(process.readAllStandardOutput(), large);
        QCOMPARE(process.exitCode(), 0);
    }

    void manyProcessesAtOnce()
    {
        // Each child has, for a moment, copies of all descriptors the others' pipes have here.
        std::vector<std::unique_ptr<QProcess>> processes;
        int finished = 0;
        for (int i = 0; i < 20; ++i) {
            auto &process = processes.emplace_back(std::make_unique<QProcess>());
            connect(process.get(), &QProcess::finished, this, [&finished] { ++finished; });
            process->start(QStringLiteral("true"), {});
        }
        QTRY_COMPARE(finished, 20);
        while (turn()) { }
    }

    void webSockets()
    {
        QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
            QWebSocket *socket = server.nextPendingConnection();
            connect(socket, &QWebSocket::binaryMessageReceived, socket,
                    &QWebSocket::sendBinaryMessage);
        });
        QWebSocket socket;
        QSignalSpy pong(&socket, &QWebSocket::pong);
        QSignalSpy message(&socket, &QWebSocket::binaryMessageReceived);
        QSignalSpy gone(&socket, &QWebSocket::disconnected);
        connect(&socket, &QWebSocket::connected, &socket, [&socket] {
            socket.ping();
            socket.sendBinaryMessage(large);
        });
        socket.open(server.serverUrl());
        QTRY_COMPARE(message.size(), 1);
        QCOMPARE(message[0][0].toByteArray(), large);
        QCOMPARE(pong.size(), 1);
        socket.close();
        QTRY_COMPARE(gone.size(), 1);
    }
};

int main(int argc, char **argv)
{
    return runOnEpoll<TestEpollQt>(argc, argv);
}
#include "tst_epoll_qt.moc"
