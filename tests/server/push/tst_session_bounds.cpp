// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hello.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// Clients that say too much, or nothing, or do not read.
class TestSessionBounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void floodIsEnded();
    void theServersTimeIsBounded();
    void whatCostsToParseIsNotParsed();
    void aUsersClientsShareABudget();
    void nobodyGetsANewBudgetByComingBack();
    void theBoardIsAskedForAgainNowAndThen();
    void deadPeerIsFound();
    void livingPeerStays();
    void whoTakesNothingIsDropped();
    void burstGoesOutInRounds();
    void slowReaderIsBoundedAndFresh();
    void twiceOvertakenIsTooSlow();
    void overtakenClassicIsTooSlow();
    void whoNeverReadsAnswersIsClosed();
};

void TestSessionBounds::floodIsEnded()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    for (int i = 0; i < 10'000; ++i)
        wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooMany);
    QVERIFY(wire.texts.size() <= SessionLimits().messagesBurst);
}

/// Whatever it is that takes it.
void TestSessionBounds::theServersTimeIsBounded()
{
    HubOptions options;
    options.limits.workBurst = 0;
    HubFixture fixture(1'000'000, options);
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.say(R"({"type":"zz"})");
    QCOMPARE(wire.closeCode, CloseCode::TooMany);
    QCOMPARE(fixture.hub->counters().exceeded,
             PushCounters::BySetting({{QStringLiteral("work-ms-per-s"), 1}}));
}

/// A reader's message of a thousand values took the server's time from all others.
void TestSessionBounds::whatCostsToParseIsNotParsed()
{
    const auto publish = [](qsizetype values) {
        return R"({"type":"publish","ref":"r","event":{"type":"x","data":{}},"a":[1)"
            + QByteArray(",1").repeated(values - 5) + "]}";
    };
    const qsizetype most = SessionLimits().readersValues;
    HubFixture fixture;
    MemoryWire &within = fixture.connectLive();
    within.say(publish(most));
    QVERIFY(!within.closeCode);
    QCOMPARE(typesOf(within.texts).last(), QStringLiteral("error")); // it was read, and refused
    MemoryWire &beyond = fixture.connectLive();
    beyond.say(publish(most + 1));
    QCOMPARE(beyond.closeCode, CloseCode::ProtocolError);
    MemoryWire &publisher =
        fixture.connectLive(HubFixture::record(QStringLiteral("crm"), Role::Publisher));
    publisher.say(publish(most + 1)); // an order of two hundred steps has as many
    QVERIFY(!publisher.closeCode);
}

void TestSessionBounds::aUsersClientsShareABudget()
{
    HubOptions options;
    options.limits.userShare = 2;
    HubFixture fixture(1'000'000, options);
    const auto sayAll = [&fixture](const QString &name) -> MemoryWire & {
        MemoryWire &wire = fixture.connectLive(name);
        for (int i = 1; i < SessionLimits().messagesBurst; ++i) // after the hello
            wire.say(R"({"type":"zz"})");
        return wire;
    };
    QVERIFY(!sayAll(QStringLiteral("li")).closeCode);
    QVERIFY(!sayAll(QStringLiteral("li")).closeCode);
    QVERIFY(!sayAll(QStringLiteral("wu")).closeCode);
    QCOMPARE(sayAll(QStringLiteral("li")).closeCode, CloseCode::TooMany);
}

void TestSessionBounds::nobodyGetsANewBudgetByComingBack()
{
    HubOptions options;
    options.limits.userShare = 1;
    HubFixture fixture(1'000'000, options);
    int said = 0;
    for (int i = 0; i < 100; ++i) {
        MemoryWire &wire = fixture.connectLive();
        for (int n = 0; n < 100 && !wire.closeCode; ++n, ++said)
            wire.say(R"({"type":"zz"})");
        if (!wire.closeCode)
            wire.close(CloseCode::Reconnect, {});
        fixture.turn();
        fixture.hub->tick();
    }
    QVERIFY(said <= SessionLimits().messagesBurst);
    fixture.pass(10s); // now it has all of it again
    QVERIFY(!fixture.connectLive().closeCode);
}

void TestSessionBounds::theBoardIsAskedForAgainNowAndThen()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    for (int i = 0; i < 20; ++i) {
        fixture.clock.advance(10s);
        wire.say(helloAfresh);
        QVERIFY(!wire.closeCode);
    }
}

void TestSessionBounds::deadPeerIsFound()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    fixture.pass(9500ms);
    QCOMPARE(wire.pings, 0);
    fixture.pass(500ms);
    QCOMPARE(wire.pings, 1);
    fixture.pass(4500ms);
    QVERIFY(!wire.closeCode);
    fixture.clock.advance(500ms);
    fixture.hub->tick();
    QCOMPARE(wire.closeCode, CloseCode::Reconnect);
}

void TestSessionBounds::livingPeerStays()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    for (int i = 0; i < 10; ++i) {
        fixture.pass(10s);
        wire.handler().heard();
    }
    QVERIFY(!wire.closeCode);
    QCOMPARE(wire.pings, 10);
}

void TestSessionBounds::whoTakesNothingIsDropped()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    wire.isReading = false;
    fixture.appendOrder(1);
    fixture.turn();
    QVERIFY(wire.bytesPending() > 0);
    for (int i = 0; i < 29; ++i) {
        wire.handler().heard(); // it goes on talking
        fixture.pass(500ms);
    }
    QVERIFY(!wire.isAborted);
    wire.handler().progressed(); // a byte now is enough
    for (int i = 0; i < 30; ++i) {
        wire.handler().heard();
        fixture.pass(500ms);
        QVERIFY(!wire.isAborted);
    }
    wire.handler().heard();
    fixture.clock.advance(500ms);
    fixture.hub->tick(); // without a turn of the loop, which would delete the wire
    QVERIFY(wire.isAborted);
    QVERIFY(!wire.closeCode); // a close frame would lie behind what it does not take
}

/// Nobody waits until another one has everything.
void TestSessionBounds::burstGoesOutInRounds()
{
    constexpr int burst = 3000;
    HubFixture fixture(10'000'000);
    MemoryWire &first = fixture.connectLive(QStringLiteral("first"));
    MemoryWire &last = fixture.connectLive(QStringLiteral("last"));
    for (int i = 1; i <= burst; ++i)
        fixture.appendOrder(i);
    int rounds = 0;
    for (; rounds < burst && idsOf(last.texts).size() < burst; ++rounds) {
        QCoreApplication::processEvents();
        QCOMPARE(idsOf(first.texts), idsOf(last.texts));
    }
    QCOMPARE(idsOf(last.texts).size(), burst);
    QVERIFY(rounds > first.bytesRead / (2 * Feed::batchBytes));
}

void TestSessionBounds::slowReaderIsBoundedAndFresh()
{
    HubFixture fixture(300'000);
    MemoryWire &slow = fixture.connectLive(QStringLiteral("slow"));
    MemoryWire &quick = fixture.connectLive(QStringLiteral("quick"));
    slow.isReading = false;
    for (int i = 0; i < 20'000; ++i) {
        fixture.appendOrder(1 + i % 50);
        if (i % 100 == 0)
            fixture.turn();
    }
    fixture.turn();
    QCOMPARE(idsOf(quick.texts).size(), 20'000);
    QVERIFY(slow.mostPending <= 2 * Feed::batchBytes);
    slow.texts.clear();
    slow.readAll();
    QVERIFY(!slow.closeCode);
    QCOMPARE(typesOf(withoutNumbers(slow.texts)).last(), QStringLiteral("synced"));
    const auto synced =
        std::get<protocol::Synced>(*protocol::decodeServer(withoutNumbers(slow.texts).last()));
    QCOMPARE(synced.position, fixture.next);
}

void TestSessionBounds::twiceOvertakenIsTooSlow()
{
    HubFixture fixture(100'000);
    for (int i = 1; i <= 4000; ++i)
        fixture.appendOrder(i); // a snapshot of several parts, larger than what is written ahead
    fixture.turn();
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.isReading = false;
    wire.say(helloAfresh);
    const auto overtake = [&] {
        for (int i = 1; i <= 2000; ++i)
            fixture.appendOrder(i);
        fixture.turn();
        wire.readPending();
        wire.handler().drained();
    };
    overtake();
    QVERIFY(!wire.closeCode);
    QCOMPARE(typesOf(wire.texts).count(QStringLiteral("synced")), 0);
    overtake();
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
    QCOMPARE(typesOf(wire.texts).count(QStringLiteral("sync")), 2);
}

void TestSessionBounds::overtakenClassicIsTooSlow()
{
    HubFixture fixture(50'000);
    MemoryWire &wire = fixture.connectClassic();
    wire.isReading = false;
    wire.write(QByteArray(1'000'000, 'x'));
    for (int i = 1; i <= 1000; ++i)
        fixture.appendOrder(i);
    fixture.turn();
    QVERIFY(!wire.closeCode); // it may still read: nothing of its own is kept for it
    wire.readAll();
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
}

void TestSessionBounds::whoNeverReadsAnswersIsClosed()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    wire.isReading = false;
    const SessionLimits limits;
    wire.write(QByteArray(limits.replyBytes + 1, 'x'));
    wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
}

QTEST_GUILESS_MAIN(TestSessionBounds)
#include "tst_session_bounds.moc"
