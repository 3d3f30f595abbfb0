// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"
#include "tests/server/listener/raw_client.h"
#include "tests/server/listener/web_socket_client.h"

#include <QElapsedTimer>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

const QByteArray v1 = "Sec-WebSocket-Protocol: pressboard.v1\r\n";
const QByteArray hello = R"({"type":"hello","resume":null,"features":["zlib"]})";
const QByteArray publish = R"({"type":"publish","ref":"r","event":{"type":"order_notification",)"
                           R"("data":{"order_id":1,"status":2}}})";

/// Whole conversations: what is changed in them goes through every layer in turn.
QList<QByteArray> conversations()
{
    const QByteArray classic = handshake(wangsTarget);
    const QByteArray begin = handshake(wangsTarget, v1);
    return {classic + clientFrame(R"({"type":"ping"})"),
            begin + clientFrame(hello) + clientFrame(R"({"type":"ping"})") + clientFrame(publish),
            begin + clientFrame(hello.first(9), 1, false) + clientFrame("x", 9)
                + clientFrame(hello.sliced(9), 0),
            begin + clientFrame(hello) + clientFrame(QByteArray(300, 'x'), 2),
            begin + clientFrame(QByteArray(70'000, ' ') + hello) + clientFrame("\x03\xe8", 8),
            handshake("/ws/notifications/?token=nobody"),
            "GET / HTTP/1.1\r\n\r\n"};
}

} // namespace

/// Whatever bytes come in on the port, whoever keeps to the rules beside them is served.
class TestRawBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void othersAreServed();

private:
    static bool isAnswered(WebSocketClient &client);
};

bool TestRawBytes::isAnswered(WebSocketClient &client)
{
    client.texts.clear();
    client.say(R"({"type":"ping"})");
    return QTest::qWaitFor([&client] { return client.has(QStringLiteral("pong")); }, 10'000);
}

/// For PRESSBOARD_FUZZ_SECONDS, or three; PRESSBOARD_FUZZ_SEED finds a failure again.
void TestRawBytes::othersAreServed()
{
    bool isSet = false;
    const int seconds = qEnvironmentVariableIntValue("PRESSBOARD_FUZZ_SECONDS", &isSet);
    const qint64 limit = 1000 * (isSet ? seconds : 3);
    const int wanted = qEnvironmentVariableIntValue("PRESSBOARD_FUZZ_SEED", &isSet);
    const quint32 seed = isSet ? quint32(wanted) : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);

    ListenerOptions options;
    options.headTime = 50ms;
    options.maxHandshakesPerAddress = 0;
    HubOptions hub;
    hub.limits.messagesBurst = 1'000'000'000; // the good one asks as often as the loop turns
    hub.limits.bytesBurst = 1e12;
    hub.limits.workBurst = 1e9;
    ListenerFixture fixture(options, 64'000'000, hub);
    WebSocketClient good(fixture.url(QStringLiteral("li")));
    QTRY_VERIFY(good.has(QStringLiteral("connection_established")));
    good.say(hello);
    Mutator mutator(conversations(), seed);
    QRandomGenerator random(seed);
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < limit;) {
        RawClient stranger(fixture);
        QTRY_COMPARE(stranger.socket.state(), QTcpSocket::ConnectedState);
        const QByteArray bytes = mutator.next();
        const qsizetype cut = random.bounded(bytes.size() + 1);
        stranger.socket.write(bytes.first(cut));
        stranger.socket.flush();
        QCoreApplication::processEvents();
        stranger.socket.write(bytes.sliced(cut));
        QVERIFY(isAnswered(good));
    }
    QVERIFY(!good.isGone);
}

QTEST_GUILESS_MAIN(TestRawBytes)
#include "tst_raw_bytes.moc"
