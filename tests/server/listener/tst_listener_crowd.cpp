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

/// More connections than the listener handles at a time.
class TestListenerCrowd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSilentConnectionMakesRoom();
    void aStormWaitsForRoom_data();
    void aStormWaitsForRoom();
    void silentOnesBlockNobodyForLong_data();
    void silentOnesBlockNobodyForLong();
    void whoSpeaksLateIsHeard();
    void silentOnesOfOneAddressTakeFewPlaces_data();
    void silentOnesOfOneAddressTakeFewPlaces();
    void acceptsAgainWhenFilesAreFree();
    void limitsHoldForWhoComesAtOnce_data();
    void limitsHoldForWhoComesAtOnce();
};

void TestListenerCrowd::limitsHoldForWhoComesAtOnce_data()
{
    QTest::addColumn<int>("inAll");
    QTest::addColumn<int>("perAddress");
    QTest::newRow("in all") << 3 << 0;
    QTest::newRow("per address") << 100 << 3;
}

/// All are judged before the first of them is a session.
void TestListenerCrowd::limitsHoldForWhoComesAtOnce()
{
    QFETCH(int, inAll);
    QFETCH(int, perAddress);
    ListenerOptions options;
    options.maxClients = inAll;
    options.maxClientsPerAddress = perAddress;
    ListenerFixture fixture(options);
    std::vector<std::unique_ptr<RawClient>> all;
    for (int i = 0; i < 20; ++i) {
        all.push_back(std::make_unique<RawClient>(fixture));
        all.back()->socket.write(handshake(wangsTarget));
    }
    const auto answered = [](const auto &one) { return one->socket.bytesAvailable() >= 12; };
    QTRY_COMPARE(std::count_if(all.begin(), all.end(), answered), 20);
    QCOMPARE(fixture.push.hub->sessionCount(), 3);
    // A place that is free again is given away again.
    for (const auto &one : all)
        one->socket.abort();
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    RawClient client(fixture);
    client.socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
}

void TestListenerCrowd::aSilentConnectionMakesRoom()
{
    ListenerOptions options;
    options.maxHandshakes = 3;
    options.patience = 20ms;
    ListenerFixture fixture(options);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(std::make_unique<RawClient>(fixture));
    RawClient client(fixture);
    client.socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QTRY_COMPARE(silent.front()->socket.state(), QTcpSocket::UnconnectedState);
}

void TestListenerCrowd::aStormWaitsForRoom_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("clients");
    QTest::newRow("plain") << false << 3000;
    QTest::newRow("TLS") << true << 100;
}

/// Many more than there is room for at a time, all at once: nobody is refused, nobody has to come
/// a second time.
void TestListenerCrowd::aStormWaitsForRoom()
{
    QFETCH(bool, tls);
    QFETCH(int, clients);
    // Both ends of every connection are open here.
    clients = std::min(clients, int(platform::allowOpenFiles(2 * clients + 500) - 500) / 2);
    ListenerOptions options;
    options.maxHandshakes = tls ? 8 : 64;
    options.patience = 1h; // only room that comes free by itself counts here
    options.headTime = 1h;
    if (tls)
        options.tls = testTls();
    ListenerFixture fixture(options);
    std::vector<std::unique_ptr<QSslSocket>> all;
    for (int i = 0; i < clients; ++i) {
        QSslSocket &socket = *all.emplace_back(std::make_unique<QSslSocket>());
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        const auto speak = [&socket] { socket.write(handshake(wangsTarget)); };
        if (tls) {
            connect(&socket, &QSslSocket::encrypted, &socket, speak);
            socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.port);
        } else {
            connect(&socket, &QSslSocket::connected, &socket, speak);
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.push.hub->sessionCount(), clients, 60'000);
}

void TestListenerCrowd::silentOnesBlockNobodyForLong_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestListenerCrowd::silentOnesBlockNobodyForLong()
{
    QFETCH(bool, tls);
    ListenerOptions options;
    if (tls)
        options.tls = testTls();
    options.maxHandshakes = 64;
    options.patience = 50ms;
    options.headTime = 1h;
    ListenerFixture fixture(options);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 64; ++i)
        silent.push_back(std::make_unique<RawClient>(fixture));
    QTRY_COMPARE(silent.back()->socket.state(), QTcpSocket::ConnectedState);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (tls)
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.port);
    else
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
    client.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    // One made room; nobody waits for the places of the others.
    const auto isConnected = [](const auto &one) {
        return one->socket.state() == QTcpSocket::ConnectedState;
    };
    QTRY_COMPARE(std::count_if(silent.begin(), silent.end(), isConnected), 63);
}

void TestListenerCrowd::silentOnesOfOneAddressTakeFewPlaces_data()
{
    silentOnesBlockNobodyForLong_data();
}

/// The rest of them is cut at once, long before anybody's patience is over.
void TestListenerCrowd::silentOnesOfOneAddressTakeFewPlaces()
{
    QFETCH(bool, tls);
    ListenerOptions options;
    if (tls)
        options.tls = testTls();
    options.rules.trustedProxies.clear(); // 127.0.0.1 is an address as any other
    options.maxHandshakesPerAddress = 4;
    options.patience = 1h;
    options.headTime = 1h;
    ListenerFixture fixture(options);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 100; ++i)
        silent.push_back(std::make_unique<RawClient>(fixture));
    const auto isGone = [](const auto &one) {
        return one->socket.state() == QTcpSocket::UnconnectedState;
    };
    QTRY_COMPARE(std::count_if(silent.begin(), silent.end(), isGone), 96);
    QCOMPARE(fixture.push.hub->counters().crowdedHandshakes, 96u);
    // Their places are free again when they go.
    silent.clear();
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    const auto tryAgain = [&] {
        if (client.state() != QTcpSocket::UnconnectedState)
            return;
        if (tls)
            client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.port);
        else
            client.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
        client.write(handshake(wangsTarget));
    };
    QTRY_VERIFY((tryAgain(), fixture.push.hub->sessionCount() == 1));
}

/// While nobody waits, the time for the head is all there is.
void TestListenerCrowd::whoSpeaksLateIsHeard()
{
    ListenerOptions options;
    options.maxHandshakes = 2;
    options.patience = 0ms;
    options.headTime = 1h;
    ListenerFixture fixture(options);
    RawClient late(fixture);
    QTRY_COMPARE(late.socket.state(), QTcpSocket::ConnectedState);
    RawClient quick(fixture);
    quick.socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    late.socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 2);
}

/// Out of descriptors QTcpServer gives up; the listener must not.
void TestListenerCrowd::acceptsAgainWhenFilesAreFree()
{
    static int warnings;
    warnings = 0;
    const auto previous =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            warnings += line.startsWith(QLatin1StringView("Cannot take a connection"));
        });
    ListenerOptions options;
    options.patience = 20ms;
    ListenerFixture fixture(options);
    QTcpSocket socket;
    QVERIFY(socket.bind(QHostAddress(QHostAddress::LocalHost))); // has its descriptor now
    {
        const NoFilesLeft noFilesLeft;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
        QTRY_VERIFY(warnings >= 2);
    }
    socket.write(handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    qInstallMessageHandler(previous);
}

QTEST_GUILESS_MAIN(TestListenerCrowd)
#include "tst_listener_crowd.moc"
