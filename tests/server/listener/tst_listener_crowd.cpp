// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/file_limit.h"
#include "tests/server/listener/no_files_left.h"
#include "tests/server/listener/raw_client.h"
#include "tests/server/listener/test_certificate.h"

#include <QSslSocket>
#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// More callers than the door takes at a time.
class TestDoorCrowd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDawdlerMakesRoom();
    void aStormWaitsForRoom_data();
    void aStormWaitsForRoom();
    void silentOnesBlockNobodyForLong_data();
    void silentOnesBlockNobodyForLong();
    void whoSpeaksLateIsHeard();
    void acceptsAgainWhenFilesAreFree();
    void limitsHoldForWhoComesAtOnce_data();
    void limitsHoldForWhoComesAtOnce();
};

void TestDoorCrowd::limitsHoldForWhoComesAtOnce_data()
{
    QTest::addColumn<int>("inAll");
    QTest::addColumn<int>("perAddress");
    QTest::newRow("in all") << 3 << 0;
    QTest::newRow("per address") << 100 << 3;
}

/// All are judged before the first of them is a session.
void TestDoorCrowd::limitsHoldForWhoComesAtOnce()
{
    QFETCH(int, inAll);
    QFETCH(int, perAddress);
    ListenerOptions options;
    options.maxClients = inAll;
    options.maxClientsPerAddress = perAddress;
    ListenerFixture front(options);
    std::vector<std::unique_ptr<RawClient>> all;
    for (int i = 0; i < 20; ++i) {
        all.push_back(std::make_unique<RawClient>(front));
        all.back()->socket.write(handshake(wangsDoor));
    }
    const auto answered = [](const auto &one) { return one->socket.bytesAvailable() >= 12; };
    QTRY_COMPARE(std::count_if(all.begin(), all.end(), answered), 20);
    QCOMPARE(front.house.hub->sessionCount(), 3);
    // A place that is free again is given away again.
    for (const auto &one : all)
        one->socket.abort();
    QTRY_COMPARE(front.house.hub->sessionCount(), 0);
    RawClient client(front);
    client.socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
}

void TestDoorCrowd::theDawdlerMakesRoom()
{
    ListenerOptions options;
    options.maxCallers = 3;
    options.patience = 20ms;
    ListenerFixture front(options);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(std::make_unique<RawClient>(front));
    RawClient client(front);
    client.socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    QTRY_COMPARE(silent.front()->socket.state(), QTcpSocket::UnconnectedState);
}

void TestDoorCrowd::aStormWaitsForRoom_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("clients");
    QTest::newRow("plain") << false << 3000;
    QTest::newRow("TLS") << true << 100;
}

/// Many more than there is room for at a time, all at once: nobody is refused, nobody has to come
/// a second time.
void TestDoorCrowd::aStormWaitsForRoom()
{
    QFETCH(bool, tls);
    QFETCH(int, clients);
    // Both ends of every connection are open here.
    clients = std::min(clients, int(platform::allowOpenFiles(2 * clients + 500) - 500) / 2);
    ListenerOptions options;
    options.maxCallers = tls ? 8 : 64;
    options.patience = 1h; // only room that comes free by itself counts here
    options.headTime = 1h;
    if (tls)
        options.tls = testTls();
    ListenerFixture front(options);
    std::vector<std::unique_ptr<QSslSocket>> all;
    for (int i = 0; i < clients; ++i) {
        QSslSocket &socket = *all.emplace_back(std::make_unique<QSslSocket>());
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        const auto speak = [&socket] { socket.write(handshake(wangsDoor)); };
        if (tls) {
            connect(&socket, &QSslSocket::encrypted, &socket, speak);
            socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), front.port);
        } else {
            connect(&socket, &QSslSocket::connected, &socket, speak);
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), front.port);
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(front.house.hub->sessionCount(), clients, 60'000);
}

void TestDoorCrowd::silentOnesBlockNobodyForLong_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestDoorCrowd::silentOnesBlockNobodyForLong()
{
    QFETCH(bool, tls);
    ListenerOptions options;
    if (tls)
        options.tls = testTls();
    options.maxCallers = 64;
    options.patience = 50ms;
    options.headTime = 1h;
    ListenerFixture front(options);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 64; ++i)
        silent.push_back(std::make_unique<RawClient>(front));
    QTRY_COMPARE(silent.back()->socket.state(), QTcpSocket::ConnectedState);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (tls)
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), front.port);
    else
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), front.port);
    client.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    // One made room; nobody waits for the places of the others.
    const auto isConnected = [](const auto &one) {
        return one->socket.state() == QTcpSocket::ConnectedState;
    };
    QTRY_COMPARE(std::count_if(silent.begin(), silent.end(), isConnected), 63);
}

/// While nobody waits, the time for the head is all there is.
void TestDoorCrowd::whoSpeaksLateIsHeard()
{
    ListenerOptions options;
    options.maxCallers = 2;
    options.patience = 0ms;
    options.headTime = 1h;
    ListenerFixture front(options);
    RawClient late(front);
    QTRY_COMPARE(late.socket.state(), QTcpSocket::ConnectedState);
    RawClient quick(front);
    quick.socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    late.socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 2);
}

/// Out of descriptors the listener gives up; the door must not.
void TestDoorCrowd::acceptsAgainWhenFilesAreFree()
{
    static int warnings;
    warnings = 0;
    const auto previous =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            warnings += line.startsWith(QLatin1StringView("Cannot take a connection"));
        });
    ListenerOptions options;
    options.patience = 20ms;
    ListenerFixture front(options);
    QTcpSocket socket;
    QVERIFY(socket.bind(QHostAddress(QHostAddress::LocalHost))); // has its descriptor now
    {
        const NoFilesLeft noFilesLeft;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), front.port);
        QTRY_VERIFY(warnings >= 2);
    }
    socket.write(handshake(wangsDoor));
    QTRY_COMPARE(front.house.hub->sessionCount(), 1);
    qInstallMessageHandler(previous);
}

QTEST_GUILESS_MAIN(TestDoorCrowd)
#include "tst_listener_crowd.moc"
