// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/listener/listener_fixture.h"
#include "tests/server/listener/test_certificate.h"

#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <limits>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

using Meet = std::function<void(HubFixture &)>;
using Count = std::function<void(PushCounters &)>;
Q_DECLARE_METATYPE(Meet)
Q_DECLARE_METATYPE(Count)

/// Every bound that a client meets is in exactly one counter.
class TestPushCounters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sessions_data();
    void sessions();
    void refusals_data();
    void refusals();
    void acceptedAndNothingElse();
    void allPlacesTaken();
    void crowdedAddress();
    void notReady();
    void failedTls();
    void late_data();
    void late();
    void pushedOut();
    void incoming_data();
    void incoming();
    void flood();
    void asJson();

private:
    void refuseTheSecond(const ListenerOptions &options, const Count &counted);
};

namespace {

const QByteArray wangsTarget = "/ws/notifications/?token=wang";

Count closedWith(int code)
{
    return [code](PushCounters &counters) { counters.closed[code] = 1; };
}

/// Which setting it was that ended it.
Count exceeded(const QString &setting)
{
    return [setting](PushCounters &counters) {
        counters.closed[int(CloseCode::TooMany)] = 1;
        counters.exceeded[setting] = 1;
    };
}

/// Says it until somebody is closed for it.
void sayUntilClosed(MemoryWire &wire, const QByteArray &text)
{
    for (int i = 0; i < 100'000 && !wire.closeCode; ++i)
        wire.say(text);
}

Count refusedWith(int status)
{
    return [status](PushCounters &counters) { counters.refused[status] = 1; };
}

PushCounters countersWith(const Count &count, quint64 accepted = 0)
{
    PushCounters counters;
    counters.accepted = accepted;
    count(counters);
    return counters;
}

/// Comes, says its bytes and reads what there is.
struct Visitor
{
    Visitor(const ListenerFixture &fixture, const QByteArray &bytes)
    {
        QObject::connect(&socket, &QTcpSocket::connected, [this, bytes] { socket.write(bytes); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
    }
    bool isGone() const { return socket.state() == QTcpSocket::UnconnectedState; }
    QTcpSocket socket;
};

} // namespace

void TestPushCounters::sessions_data()
{
    QTest::addColumn<Meet>("meet");
    QTest::addColumn<Count>("count");
    const auto row = [](const char *name, Meet meet, Count count) {
        QTest::newRow(name) << meet << count;
    };
    row(
        "garbage", [](HubFixture &push) { push.connectLive().say("garbage"); }, closedWith(4002));
    row(
        "no hello",
        [](HubFixture &push) {
            push.connect(HubFixture::record(QStringLiteral("li")));
            push.pass(10s);
        },
        closedWith(4002));
    row(
        "a classic client too slow",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectClassic();
            wire.isReading = false;
            wire.write(QByteArray(1'000'000, 'x'));
            for (int i = 1; i <= 5000; ++i)
                push.append(QStringLiteral("noise"), {{QStringLiteral("x"), QString(300, u'x')}});
            push.turn();
            wire.readAll();
        },
        closedWith(4008));
    row(
        "answers not read",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectLive();
            wire.isReading = false;
            wire.write(QByteArray(SessionLimits().replyBytes + 1, 'x'));
            wire.say(R"({"type":"ping"})");
        },
        closedWith(4008));
    row(
        "a v1 client overtaken",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectLive();
            wire.isReading = false;
            wire.write(QByteArray(1, 'x'));
            for (int i = 1; i <= 5000; ++i)
                push.append(QStringLiteral("noise"), {{QStringLiteral("x"), QString(300, u'x')}});
            push.turn();
            wire.readAll();
        },
        [](PushCounters &counters) { counters.overtaken = 1; });
    row(
        "no sign of life",
        [](HubFixture &push) {
            push.connectLive();
            push.pass(15s);
        },
        closedWith(4009));
    row(
        "takes nothing",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectLive();
            wire.isReading = false;
            wire.write(QByteArray(1, 'x'));
            while (push.hub->sessionCount() > 0) {
                wire.handler().heard();
                push.pass(500ms);
            }
        },
        [](PushCounters &counters) { counters.stuck = 1; });
    row(
        "a planned stop",
        [](HubFixture &push) {
            push.connectLive();
            push.hub->stop(QStringLiteral("update"));
        },
        closedWith(4010));
    row(
        "too many messages",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectLive();
            for (int i = 0; i < 1000; ++i)
                wire.say(R"({"type":"ping"})");
        },
        exceeded(QStringLiteral("messages-per-s")));
    row(
        "too many frames without content",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectLive();
            for (int i = 0; i < 1000; ++i)
                wire.handler().fragmentReceived();
        },
        exceeded(QStringLiteral("messages-per-s")));
    row(
        "too many bytes of a type that nobody knows",
        [](HubFixture &push) {
            sayUntilClosed(push.connectLive(),
                           R"({"type":"zz","a":")" + QByteArray(100'000, 'x') + R"("})");
        },
        exceeded(QStringLiteral("bytes-per-s")));
    row(
        "too many bytes in binary frames of a classic client",
        [](HubFixture &push) {
            MemoryWire &wire = push.connectClassic();
            for (int i = 0; i < 100; ++i)
                wire.handler().binaryReceived(100'000);
        },
        exceeded(QStringLiteral("bytes-per-s")));
    row(
        "too many hellos",
        [](HubFixture &push) {
            sayUntilClosed(push.connectLive(), R"({"type":"hello","resume":null})");
        },
        exceeded(QStringLiteral("hellos-per-min")));
    row(
        "too many messages of a user's clients together",
        [](HubFixture &push) {
            bool isOver = false;
            for (int i = 0; i < 100 && !isOver; ++i) {
                MemoryWire &wire = push.connectLive();
                for (int n = 0; n < 400; ++n)
                    wire.say(R"({"type":"zz"})");
                isOver = wire.closeCode.has_value();
            }
        },
        exceeded(QStringLiteral("user-share")));
    row(
        "a hello that is too large",
        [](HubFixture &push) {
            push.connectLive().say(R"({"type":"hello","x":")" + QByteArray(20'000, 'x') + R"("})");
        },
        closedWith(4002));
    row(
        "a ping that is too large",
        [](HubFixture &push) {
            push.connectLive().say(R"({"type":"ping","x":")" + QByteArray(5000, 'x') + R"("})");
        },
        closedWith(4002));
    row(
        "a large publish of who may write nothing",
        [](HubFixture &push) {
            push.connectLive().say(R"({"x":")" + QByteArray(20'000, 'x')
                                   + R"(","type":"publish"})");
        },
        closedWith(4002));
    row(
        "too many pings of the WebSocket",
        [](HubFixture &push) {
            push.connectLive().handler().controlHeard(SessionLimits().controlBytesBurst + 1);
        },
        exceeded(QString()));
    row(
        "too many publishes",
        [](HubFixture &push) {
            MemoryWire &wire =
                push.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
            for (int i = 0; i <= SessionLimits().publishesBurst; ++i)
                wire.say(
                    R"({"type":"publish","ref":"1","event":{"type":"notice","data":{"message":"m"}}})");
        },
        [](PushCounters &counters) { counters.publishesRefused = 1; });
    row(
        "nothing at all", [](HubFixture &push) { push.connectLive(); }, [](PushCounters &) {});
}

void TestPushCounters::sessions()
{
    QFETCH(Meet, meet);
    QFETCH(Count, count);
    HubFixture push;
    meet(push);
    PushCounters counted = push.hub->counters();
    counted.snapshots = 0; // those that come in take some
    QVERIFY2(counted == countersWith(count),
             QJsonDocument(toJson(counted)).toJson(QJsonDocument::Compact));
}

void TestPushCounters::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("garbage", "\x01\x02\r\n\r\n", 400);
    row("a huge head", handshake(wangsTarget, "X: " + QByteArray(9000, 'x') + "\r\n"), 400);
    row("a wrong token", handshake("/ws/notifications/?token=nobody"), 401);
    row("a foreign page", handshake(wangsTarget, "Origin: http://evil.example\r\n"), 403);
    row("another path", handshake("/admin"), 404);
    row("a browser's visit", "GET /ws/notifications/ HTTP/1.1\r\nHost: x\r\n\r\n", 426);
}

void TestPushCounters::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ListenerFixture fixture;
    const Visitor visitor(fixture, request);
    QTRY_VERIFY(visitor.isGone());
    QVERIFY(fixture.push.hub->counters() == countersWith(refusedWith(status)));
}

void TestPushCounters::acceptedAndNothingElse()
{
    ListenerFixture fixture;
    const Visitor visitor(fixture, handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QVERIFY(fixture.push.hub->counters() == countersWith([](PushCounters &) {}, 1));
}

/// Two come, and the listener lets in one.
void TestPushCounters::refuseTheSecond(const ListenerOptions &options, const Count &counted)
{
    ListenerFixture fixture(options);
    const Visitor first(fixture, handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    const Visitor second(fixture, handshake(wangsTarget));
    QTRY_VERIFY(second.isGone());
    QVERIFY(fixture.push.hub->counters() == countersWith(counted, 1));
}

void TestPushCounters::allPlacesTaken()
{
    ListenerOptions options;
    options.maxClients = 1;
    refuseTheSecond(options, refusedWith(429));
}

void TestPushCounters::crowdedAddress()
{
    ListenerOptions options;
    options.maxClientsPerAddress = 1;
    refuseTheSecond(options, [](PushCounters &counters) { counters.crowdedAddress = 1; });
}

void TestPushCounters::notReady()
{
    ListenerFixture fixture;
    fixture.obstacle = QStringLiteral("the log is not read yet");
    const Visitor visitor(fixture, handshake(wangsTarget));
    QTRY_VERIFY(visitor.isGone());
    QVERIFY(fixture.push.hub->counters() == countersWith(refusedWith(503)));
}

/// Somebody speaks HTTP where TLS is wanted.
void TestPushCounters::failedTls()
{
    ListenerOptions options;
    options.tls = testTls();
    ListenerFixture fixture(options);
    const Visitor visitor(fixture, handshake(wangsTarget));
    QTRY_VERIFY(visitor.isGone());
    const auto isFailed = [](PushCounters &counters) { counters.tlsFailed = 1; };
    QTRY_VERIFY(fixture.push.hub->counters() == countersWith(isFailed));
}

void TestPushCounters::late_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << handshake(wangsTarget).chopped(1);
}

void TestPushCounters::late()
{
    QFETCH(QByteArray, said);
    ListenerOptions options;
    options.headTime = 50ms;
    ListenerFixture fixture(options);
    const Visitor visitor(fixture, said);
    const auto isLate = [](PushCounters &counters) { counters.lateHeads = 1; };
    QTRY_VERIFY(fixture.push.hub->counters() == countersWith(isLate));
    QTRY_VERIFY(visitor.isGone());
    QVERIFY(fixture.push.hub->counters() == countersWith(isLate));
}

void TestPushCounters::pushedOut()
{
    ListenerOptions options;
    options.maxHandshakes = 1;
    options.patience = 20ms;
    options.headTime = 1h;
    ListenerFixture fixture(options);
    const Visitor silent(fixture, {});
    QTRY_COMPARE(silent.socket.state(), QTcpSocket::ConnectedState);
    const Visitor visitor(fixture, handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    QTRY_VERIFY(silent.isGone());
    const auto isPushedOut = [](PushCounters &counters) { counters.pushedOut = 1; };
    QVERIFY(fixture.push.hub->counters() == countersWith(isPushedOut, 1));
}

void TestPushCounters::incoming_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<int>("code");
    const QByteArray piece(4000, 'x');
    QTest::newRow("too large a frame") << clientFrame(QByteArray(5000, 'x')) << 1009;
    QTest::newRow("too large a message")
        << clientFrame(piece, 1, false) + clientFrame(piece, 0, false).repeated(4) << 1009;
    QTest::newRow("an unknown opcode") << clientFrame("{}", 7) << 1002;
    QTest::newRow("no mask") << QByteArray("\x81\x02{}", 4) << 1002;
    QTest::newRow("a reserved bit") << clientFrame("{}", 0x41) << 1002;
    QTest::newRow("nothing to continue") << clientFrame("{}", 0) << 1002;
    QTest::newRow("half a ping") << clientFrame("{}", 9, false) << 1002;
    QTest::newRow("no UTF-8") << clientFrame("\xc3\x28") << 1007;
}

void TestPushCounters::incoming()
{
    QFETCH(QByteArray, frames);
    QFETCH(int, code);
    ListenerOptions options;
    options.incoming = {4096, 16 * 1024};
    ListenerFixture fixture(options);
    Visitor visitor(fixture, handshake(wangsTarget));
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    visitor.socket.write(frames);
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    QVERIFY2(fixture.push.hub->counters() == countersWith(closedWith(code), 1),
             QJsonDocument(toJson(fixture.push.hub->counters())).toJson());
}

/// Pings, whose answers nobody reads, on a server that does not mind how many.
void TestPushCounters::flood()
{
    HubOptions options;
    options.limits.controlBytesBurst = std::numeric_limits<int>::max();
    ListenerFixture fixture({}, 64'000'000, options);
    Visitor deaf(fixture, handshake(wangsTarget));
    deaf.socket.setReadBufferSize(1);
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 1);
    const QByteArray pings = clientFrame(QByteArray(125, 'x'), 9).repeated(10'000);
    for (int i = 0; i < 60 && fixture.push.hub->sessionCount() == 1; ++i) {
        deaf.socket.write(pings);
        QTRY_VERIFY(deaf.socket.bytesToWrite() == 0 || fixture.push.hub->sessionCount() == 0);
    }
    QTRY_COMPARE(fixture.push.hub->sessionCount(), 0);
    const auto isFlood = [](PushCounters &counters) { counters.floods = 1; };
    QVERIFY(fixture.push.hub->counters() == countersWith(isFlood, 1));
}

void TestPushCounters::asJson()
{
    PushCounters counters;
    counters.accepted = 3;
    counters.refused = {{401, 2}, {429, 1}};
    counters.closed[1009] = 4;
    counters.exceeded[QStringLiteral("bytes-per-s")] = 5;
    const QJsonObject json = toJson(counters);
    QCOMPARE(json[QLatin1StringView("accepted")].toInt(), 3);
    QCOMPARE(json[QLatin1StringView("refused")],
             QJsonObject({{QStringLiteral("401"), 2}, {QStringLiteral("429"), 1}}));
    QCOMPARE(json[QLatin1StringView("closed")], QJsonObject({{QStringLiteral("1009"), 4}}));
    QCOMPARE(json[QLatin1StringView("stuck")].toInt(), 0);
    QCOMPARE(json[QLatin1StringView("exceeded")],
             QJsonObject({{QStringLiteral("bytes-per-s"), 5}}));
}

QTEST_GUILESS_MAIN(TestPushCounters)
#include "tst_push_counters.moc"
