// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/peers.h"

#include "shared/protocol/codec.h"

#include <functional>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

constexpr int orderCount = 5000; // several parts
const QByteArray afresh = R"({"type":"hello","resume":null})";
const QByteArray afreshWithZlib = R"({"type":"hello","resume":null,"features":["zlib"]})";

void appendOrders(HubFixture &push)
{
    for (int i = 1; i <= orderCount; ++i)
        push.appendOrder(i);
}

QByteArray resumeFromTheFirst(const HubFixture &push)
{
    const StreamId first = push.log.ring().at(push.log.ring().first()).id;
    return protocol::encode(
        protocol::Hello{protocol::Hello::Resume{QStringLiteral("e1"), first}, {}, {}, {}, {}});
}

qsizetype ordersIn(const QByteArrayList &texts)
{
    qsizetype orders = 0;
    for (const QByteArray &text : texts) {
        const auto message = protocol::decodeServer(text);
        if (const auto *part = message ? std::get_if<protocol::SnapshotPart>(&*message) : nullptr)
            orders += part->orders.size();
    }
    return orders;
}

bool greet(const Peers &peers)
{
    return turnUntilAll(peers, [](const Peer &peer) { return !peer.texts().isEmpty(); });
}

} // namespace

/// Clients that do not read as they should, and those that leave in the middle.
class TestWireFaultsReaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sleepsThroughTheRing();
    void neverWakesUp();
    void readsOneKibAtATime();
    void leavesInTheMiddle_data();
    void leavesInTheMiddle();
};

/// What went by meanwhile is a snapshot, in the same connection, and others did not notice.
void TestWireFaultsReaders::sleepsThroughTheRing()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter(), 300'000);
    const Peers sleepers = comeLive(fixture, 1, {QStringLiteral("li"), true, false, 1, true});
    const Peers others = comeLive(fixture, 3);
    qsizetype sent = 0;
    while (limiter.cuts == 0 || sent % 20 != 0) { // until stuck, and then for a while
        appendNoise(fixture.push, 20'000);
        QVERIFY(turnUntilAllHave(others, ++sent));
    }
    for (int i = 0; i < 20; ++i) {
        appendNoise(fixture.push, 20'000);
        QVERIFY(turnUntilAllHave(others, ++sent));
    }
    sleepers.front()->setReadsAtOnce(0);
    QVERIFY(turnUntilAll(sleepers,
                         [](const Peer &it) { return hasHeard(it, QStringLiteral("synced")); }));
    QCOMPARE(fixture.push.hub->counters().overtaken, 1);
    sleepers.front()->takeTexts();
    appendNoise(fixture.push, 3);
    QVERIFY(turnUntilAllHave(sleepers, 1));
    QVERIFY(turnUntilAllHave(others, sent + 1));
    for (const auto &peer : others)
        QCOMPARE(peer->complaint(), QString());
    QCOMPARE(sleepers.front()->complaint(), QString());
}

/// It is dropped when its time is over, and what it got until then was right.
void TestWireFaultsReaders::neverWakesUp()
{
    HubOptions options;
    // That it says nothing either is not the point.
    options.limits.keepAlive.ping = std::chrono::hours(1);
    Limiter limiter;
    ListenerFixture fixture(throughLimiter(), 64'000'000, options);
    const Peers peers = comeLive(fixture, 1, {QStringLiteral("li"), true, false, 1});
    while (limiter.cuts == 0) {
        appendNoise(fixture.push, 20'000);
        QCoreApplication::processEvents();
    }
    fixture.push.pass(std::chrono::seconds(60));
    QVERIFY(turnUntil([&] { return fixture.push.hub->sessionCount() == 0; }));
    QCOMPARE(fixture.push.hub->counters().stuck, 1);
    peers.front()->setReadsAtOnce(0);
    QVERIFY(turnUntil([&] {
        peers.front()->read();
        return peers.front()->isGone();
    }));
    QCOMPARE(peers.front()->complaint(), QString());
    QVERIFY(!peers.front()->closeCode());
}

void TestWireFaultsReaders::readsOneKibAtATime()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    appendOrders(fixture.push);
    const Ring::Serial first = fixture.push.log.ring().end();
    Peers peers;
    peers.push_back(std::make_unique<Peer>(
        fixture, Peer::Manner{QStringLiteral("li"), true, false, 1024, true}));
    QVERIFY(greet(peers));
    peers.front()->say(afresh);
    for (int i = 0; i < 50; ++i)
        appendNoise(fixture.push, 100);
    QVERIFY(turnUntilAll(peers, [](const Peer &it) {
        return it.texts().last().contains("\"synced\"") || it.texts().last().contains("\"noise\"");
    }));
    const auto noiseOf = [](const Peer &it) { return typesOf(it.texts()).count(u"noise"_qs); };
    QCOMPARE(ordersIn(peers.front()->texts()), orderCount);
    peers.front()->setReadsAtOnce(0);
    appendNoise(fixture.push, 3);
    const QByteArray last = textsSince(fixture.push, first).last();
    QVERIFY(turnUntilAll(peers, [&](const Peer &it) { return it.texts().contains(last); }));
    QCOMPARE(peers.front()->complaint(), QString());
    QVERIFY(noiseOf(*peers.front()) > 0);
}

void TestWireFaultsReaders::leavesInTheMiddle_data()
{
    using Hello = std::function<QByteArray(const HubFixture &)>;
    QTest::addColumn<Hello>("hello");
    QTest::addColumn<bool>("isRude");
    const Hello snapshot = [](const HubFixture &) { return afresh; };
    const Hello streams = [](const HubFixture &) { return afreshWithZlib; };
    for (const bool isRude : {false, true}) {
        const QByteArray way = isRude ? ", reset" : ", hung up on one side";
        QTest::newRow("a snapshot" + way) << snapshot << isRude;
        QTest::newRow("a compressed part" + way) << streams << isRude;
        QTest::newRow("a replay" + way) << Hello(&resumeFromTheFirst) << isRude;
    }
}

/// The kernel holds half a frame when the client leaves; everybody else goes on.
void TestWireFaultsReaders::leavesInTheMiddle()
{
    using Hello = std::function<QByteArray(const HubFixture &)>;
    QFETCH(Hello, hello);
    QFETCH(bool, isRude);
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    appendOrders(fixture.push);
    const Peers others = comeLive(fixture, 2);
    for (int i = 0; i < 5; ++i) {
        Peers peers;
        peers.push_back(std::make_unique<Peer>(fixture));
        QVERIFY(greet(peers));
        limiter.cuts = 0;
        limiter.allow = [&](qsizetype size) { return limiter.cuts == 0 ? size / 2 : 0; };
        peers.front()->say(hello(fixture.push));
        peers.front()->setReadsAtOnce(1);
        QVERIFY(turnUntil([&] { return limiter.cuts > 0; }));
        isRude ? peers.front()->reset() : peers.front()->endSending();
        QVERIFY(turnUntil([&] { return fixture.push.hub->sessionCount() == 2; }));
        limiter.allow = {};
        peers.front()->setReadsAtOnce(0);
        peers.front()->read();
        QCOMPARE(peers.front()->complaint(), QString());
        appendNoise(fixture.push, 3);
        QVERIFY(turnUntilAllHave(others, i + 1));
    }
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaultsReaders>(argc, argv);
}
#include "tst_wire_faults_readers.moc"
