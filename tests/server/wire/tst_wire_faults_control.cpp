// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/peers.h"

#include <functional>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

const QByteArray ping = R"({"type":"ping"})";

/// Of as many lengths and kinds as a ping may have.
QByteArrayList payloads()
{
    QByteArrayList all;
    for (int i = 0; i < 126; ++i)
        all << QByteArray(i, char('a' + i % 26));
    return all;
}

/// Everything up to the end of the connection.
bool turnUntilGone(Peer &peer)
{
    return turnUntil([&] {
        peer.read();
        return peer.isGone();
    });
}

/// Sends until the kernel takes no more, and stops inside a frame.
bool getStuck(ListenerFixture &fixture, Limiter &limiter, Peer &peer)
{
    peer.setReadsAtOnce(1);
    limiter.cuts = 0;
    return turnUntil([&] {
        if (limiter.cuts == 0)
            appendNoise(fixture.push, 20'000);
        return limiter.cuts > 0;
    });
}

/// A client may leave unread what it asked for, but not this much.
HubOptions withReplies(qint64 bytes)
{
    HubOptions options;
    options.limits.replyBytes = bytes;
    return options;
}

UserRecord promoted()
{
    return HubFixture::record(QStringLiteral("li"), Role::Admin);
}

} // namespace

/// What the wire writes by itself, and how a connection ends, while a frame is under way.
class TestWireFaultsControl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pongBeforeAnAnswerThatIsCut();
    void pongBeforeASnapshotThatIsCut();
    void pongsBehindAFrameThatIsStuck();
    void controlFramesWithoutEnd_data();
    void controlFramesWithoutEnd();
    void closedWhileAFrameIsStuck_data();
    void closedWhileAFrameIsStuck();
    void closeFrameCutAtEveryByte();
    void nothingBehindOurClose();
    void closedByTheClient();
    void closedWithTheHandshake();
};

/// In one segment: pings, which the wire answers, and a message that the session answers at once.
/// Whichever comes first, none lands inside the other.
void TestWireFaultsControl::pongBeforeAnAnswerThatIsCut()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    const Peers peers = comeLive(fixture, 1);
    Peer &peer = *peers.front();
    qsizetype taken = 0;
    limiter.allow = [&](qsizetype) { return taken; };
    const QByteArray control = clientFrame("payload", 9);
    for (; taken < 150; ++taken) {
        peer.write(taken % 2 == 0 ? control + clientFrame(ping) + control
                                  : clientFrame(ping) + control + control);
        QVERIFY(turnUntilAll(peers, [&](const Peer &it) {
            return it.texts().size() == taken + 1 && it.pongs().size() == 2 * (taken + 1);
        }));
        QCOMPARE(peer.complaint(), QString());
        QCOMPARE(peer.pongs().last(), "payload");
    }
    QVERIFY(limiter.cuts >= 30); // so long is the answer
}

/// The same with hello, whose answer is many frames of many bytes.
void TestWireFaultsControl::pongBeforeASnapshotThatIsCut()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    for (int i = 1; i <= 3000; ++i)
        fixture.push.appendOrder(i);
    const Peers peers = comeLive(fixture, 1);
    Peer &peer = *peers.front();
    limiter.allow = [](qsizetype size) { return size / 2; };
    for (int i = 0; i < 5; ++i) {
        peer.takeTexts();
        limiter.cuts = 0;
        peer.write(clientFrame("payload", 9) + clientFrame(R"({"type":"hello","resume":null})")
                   + clientFrame("payload", 9));
        QVERIFY(turnUntilAll(peers, [&](const Peer &it) {
            return hasHeard(it, QStringLiteral("synced")) && it.pongs().size() == 2 * (i + 1);
        }));
        QCOMPARE(peer.complaint(), QString());
        QVERIFY(limiter.cuts > 2);
    }
}

/// The client does not read, and asks on.
void TestWireFaultsControl::pongsBehindAFrameThatIsStuck()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    const Peers peers = comeLive(fixture, 1, {QStringLiteral("wang")});
    Peer &peer = *peers.front();
    QVERIFY(getStuck(fixture, limiter, peer));
    for (const QByteArray &payload : payloads())
        peer.write(clientFrame(payload, 9) + clientFrame(ping));
    peer.say(R"({"type":"publish","ref":"6a7ddc2c-5a4b-4b27-9e7f-a2d7a3ea2c55",)"
             R"("event":{"type":"general_notification","data":{"message":"x","type":"info"}}})");
    // All was heard and answered, and half a frame is still under way.
    QVERIFY(turnUntil([&] { return fixture.push.publisher.asked.size() == 1; }));
    QVERIFY(peer.pongs().isEmpty());

    peer.setReadsAtOnce(0);
    QVERIFY(turnUntilAll(peers, [&](const Peer &it) {
        return it.pongs().size() == payloads().size()
            && typesOf(it.texts()).count(QStringLiteral("pong")) == payloads().size();
    }));
    QCOMPARE(peer.complaint(), QString());
    QCOMPARE(peer.pongs(), payloads());
}

void TestWireFaultsControl::controlFramesWithoutEnd_data()
{
    QTest::addColumn<int>("opcode");
    QTest::newRow("pings") << 9;
    QTest::newRow("pongs to nothing") << 10;
}

/// The client reads all answers, and sends more than anybody needs.
void TestWireFaultsControl::controlFramesWithoutEnd()
{
    QFETCH(int, opcode);
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    const Peers peers = comeLive(fixture, 1);
    Peer &peer = *peers.front();
    const QByteArray payload(100, 'p');
    const int allowed = SessionLimits().controlBytesBurst / (2 + int(payload.size()));
    peer.write(clientFrame(payload, quint8(opcode)).repeated(allowed));
    peer.say(ping);
    QVERIFY(turnUntilAll(peers, [](const Peer &it) { return it.texts().size() == 1; }));
    QVERIFY(!peer.closeCode());
    peer.write(clientFrame(payload, quint8(opcode)));
    QVERIFY(turnUntilGone(peer));
    QCOMPARE(peer.complaint(), QString());
    QCOMPARE(int(peer.closeCode().value_or(0)), int(CloseCode::TooMany));
    QCOMPARE(peer.pongs().size(), opcode == 9 ? allowed + 1 : 0);
}

void TestWireFaultsControl::closedWhileAFrameIsStuck_data()
{
    using Act = std::function<void(ListenerFixture &, Peer &)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("code");
    QTest::addColumn<qint64>("replyBytes");
    const auto row = [](const char *name, CloseCode code, const Act &act,
                        qint64 replies = 1'000'000) {
        QTest::newRow(name) << act << int(code) << replies;
    };
    row(
        "asks and does not read", CloseCode::TooSlow,
        [](ListenerFixture &, Peer &it) { it.say(ping); }, 0);
    row("revoked", CloseCode::Unauthorized,
        [](ListenerFixture &fixture, Peer &) { fixture.push.users.replace({}); });
    row("promoted", CloseCode::Reconnect,
        [](ListenerFixture &fixture, Peer &) { fixture.push.users.replace({promoted()}); });
    row("the server stops", CloseCode::GoingAway, [](ListenerFixture &fixture, Peer &) {
        fixture.push.hub->stop(QStringLiteral("\u5347\u7ea7"));
    });
    row("says nonsense", CloseCode::ProtocolError,
        [](ListenerFixture &, Peer &peer) { peer.say("{"); });
    row("says too much", CloseCode::TooMany, [](ListenerFixture &, Peer &peer) {
        peer.write(clientFrame(R"({"type":"later"})").repeated(1000));
    });
}

void TestWireFaultsControl::closedWhileAFrameIsStuck()
{
    using Act = std::function<void(ListenerFixture &, Peer &)>;
    QFETCH(Act, act);
    QFETCH(int, code);
    QFETCH(qint64, replyBytes);
    Limiter limiter;
    ListenerFixture fixture(throughLimiter(), 64'000'000, withReplies(replyBytes));
    const Peers peers = comeLive(fixture, 1);
    Peer &peer = *peers.front();
    const Ring::Serial first = fixture.push.log.ring().end();
    QVERIFY(getStuck(fixture, limiter, peer));
    const int calls = limiter.calls;
    act(fixture, peer);
    peer.setReadsAtOnce(0);
    QVERIFY(turnUntilGone(peer));
    QCOMPARE(peer.complaint(), QString());
    QCOMPARE(int(peer.closeCode().value_or(0)), code);
    QVERIFY(peer.isWhole());
    QCOMPARE(limiter.calls, calls); // all of it went behind the rest of the frame
    // Without a hole, as far as it went.
    const QByteArrayList expected = textsSince(fixture.push, first);
    QByteArrayList heard = withoutNumbers(peer.texts());
    heard.removeIf([](const QByteArray &text) { return text.contains("goodbye"); });
    QCOMPARE(heard, expected.first(heard.size()));
    QVERIFY(!heard.isEmpty());
    QVERIFY(turnUntil([&] { return fixture.push.hub->sessionCount() == 0; }));
}

/// A short event is cut, and the client closed in that very moment, and the close frame is cut.
void TestWireFaultsControl::closeFrameCutAtEveryByte()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    for (qsizetype taken = 0; taken < 100; ++taken) {
        fixture.push.users.replace({HubFixture::record(QStringLiteral("li"))});
        limiter.allow = {};
        const Peers peers = comeLive(fixture, 1);
        limiter.allow = [&](qsizetype) { return taken; };
        limiter.calls = 0;
        if (taken % 2 == 0)
            appendNoise(fixture.push, 3);
        while (taken % 2 == 0 && limiter.calls == 0)
            QCoreApplication::processEvents();
        fixture.push.users.replace({});
        QVERIFY(turnUntilGone(*peers.front()));
        QCOMPARE(peers.front()->complaint(), QString());
        QCOMPARE(int(peers.front()->closeCode().value_or(0)), int(CloseCode::Unauthorized));
    }
}

/// In one segment: what ends the session, and what the wire would answer by itself.
void TestWireFaultsControl::nothingBehindOurClose()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    for (qsizetype taken = 0; taken < 60; ++taken) {
        limiter.allow = {};
        const Peers peers = comeLive(fixture, 1);
        limiter.allow = [&](qsizetype) { return taken; };
        peers.front()->write(clientFrame("{") + clientFrame("payload", 9)
                             + clientFrame("\x03\xe8", 8) + clientFrame(ping));
        QVERIFY(turnUntilGone(*peers.front()));
        QCOMPARE(peers.front()->complaint(), QString());
        QCOMPARE(int(peers.front()->closeCode().value_or(0)), int(CloseCode::ProtocolError));
        QVERIFY(peers.front()->pongs().isEmpty());
    }
}

/// A close frame is answered at once; what waits in the ring must not follow.
void TestWireFaultsControl::closedByTheClient()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    for (int i = 0; i < 50; ++i) {
        limiter.allow = {};
        const Peers peers = comeLive(fixture, 1);
        limiter.allow = [&](qsizetype) { return i; };
        peers.front()->write(clientFrame("\x03\xe8", 8));
        for (int n = 0; n < 3; ++n)
            appendNoise(fixture.push, 3);
        QVERIFY(turnUntilGone(*peers.front()));
        QCOMPARE(peers.front()->complaint(), QString());
        QCOMPARE(int(peers.front()->closeCode().value_or(0)), 1000);
    }
}

/// Clients that leave with what they come in with: they are greeted, answered, and gone.
void TestWireFaultsControl::closedWithTheHandshake()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    Peers peers;
    for (int i = 0; i < 20; ++i) {
        peers.push_back(
            std::make_unique<Peer>(fixture, Peer::Manner{QStringLiteral("li"), i % 2 == 0}));
        peers.back()->write(clientFrame("\x03\xe8", 8));
    }
    for (const auto &peer : peers) {
        QVERIFY(turnUntilGone(*peer));
        QCOMPARE(peer->complaint(), QString());
        QCOMPARE(int(peer->closeCode().value_or(0)), 1000);
        QCOMPARE(typesOf(peer->texts()), QStringList{QStringLiteral("connection_established")});
    }
    QVERIFY(turnUntil([&] { return fixture.push.hub->sessionCount() == 0; }));
    comeLive(fixture, 1); // and others still get in
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaultsControl>(argc, argv);
}
#include "tst_wire_faults_control.moc"
