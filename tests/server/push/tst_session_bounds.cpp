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
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    for (int i = 0; i < 10'000; ++i)
        wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooMany);
    QVERIFY(wire.texts.size() <= SessionLimits().messagesBurst);
}

void TestSessionBounds::deadPeerIsFound()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    house.pass(9500ms);
    QCOMPARE(wire.pings, 0);
    house.pass(500ms);
    QCOMPARE(wire.pings, 1);
    house.pass(4500ms);
    QVERIFY(!wire.closeCode);
    house.clock.advance(500ms);
    house.hub->tick();
    QCOMPARE(wire.closeCode, CloseCode::Reconnect);
}

void TestSessionBounds::livingPeerStays()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    for (int i = 0; i < 10; ++i) {
        house.pass(10s);
        wire.listener().heard();
    }
    QVERIFY(!wire.closeCode);
    QCOMPARE(wire.pings, 10);
}

void TestSessionBounds::whoTakesNothingIsDropped()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    wire.isReading = false;
    house.appendOrder(1);
    house.turn();
    QVERIFY(wire.bytesPending() > 0);
    for (int i = 0; i < 29; ++i) {
        wire.listener().heard(); // it goes on talking
        house.pass(500ms);
    }
    QVERIFY(!wire.isAborted);
    wire.listener().progressed(); // a byte now is enough
    for (int i = 0; i < 30; ++i) {
        wire.listener().heard();
        house.pass(500ms);
        QVERIFY(!wire.isAborted);
    }
    wire.listener().heard();
    house.clock.advance(500ms);
    house.hub->tick(); // without a turn of the loop, which would delete the wire
    QVERIFY(wire.isAborted);
    QVERIFY(!wire.closeCode); // a close frame would lie behind what it does not take
}

/// Nobody waits until another one has everything.
void TestSessionBounds::burstGoesOutInRounds()
{
    constexpr int burst = 3000;
    HubFixture house(10'000'000);
    MemoryWire &first = house.connectLive(QStringLiteral("first"));
    MemoryWire &last = house.connectLive(QStringLiteral("last"));
    for (int i = 1; i <= burst; ++i)
        house.appendOrder(i);
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
    HubFixture house(300'000);
    MemoryWire &slow = house.connectLive(QStringLiteral("slow"));
    MemoryWire &quick = house.connectLive(QStringLiteral("quick"));
    slow.isReading = false;
    for (int i = 0; i < 20'000; ++i) {
        house.appendOrder(1 + i % 50);
        if (i % 100 == 0)
            house.turn();
    }
    house.turn();
    QCOMPARE(idsOf(quick.texts).size(), 20'000);
    QVERIFY(slow.mostPending <= 2 * Feed::batchBytes);
    slow.texts.clear();
    slow.readAll();
    QVERIFY(!slow.closeCode);
    QCOMPARE(typesOf(withoutNumbers(slow.texts)).last(), QStringLiteral("synced"));
    const auto synced =
        std::get<protocol::Synced>(*protocol::decodeServer(withoutNumbers(slow.texts).last()));
    QCOMPARE(synced.position, house.next);
}

void TestSessionBounds::twiceOvertakenIsTooSlow()
{
    HubFixture house(100'000);
    for (int i = 1; i <= 4000; ++i)
        house.appendOrder(i); // a snapshot of several parts, larger than what is written ahead
    house.turn();
    MemoryWire &wire = house.connect(HubFixture::record(QStringLiteral("li")));
    wire.isReading = false;
    wire.say(helloAfresh);
    const auto overtake = [&] {
        for (int i = 1; i <= 2000; ++i)
            house.appendOrder(i);
        house.turn();
        wire.takePending();
        wire.listener().drained();
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
    HubFixture house(50'000);
    MemoryWire &wire = house.connectClassic();
    wire.isReading = false;
    wire.write(QByteArray(1'000'000, 'x'));
    for (int i = 1; i <= 1000; ++i)
        house.appendOrder(i);
    house.turn();
    QVERIFY(!wire.closeCode); // it may still read: nothing of its own is kept for it
    wire.readAll();
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
}

void TestSessionBounds::whoNeverReadsAnswersIsClosed()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    wire.isReading = false;
    const SessionLimits limits;
    wire.write(QByteArray(limits.replyBytes + 1, 'x'));
    wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
}

QTEST_GUILESS_MAIN(TestSessionBounds)
#include "tst_session_bounds.moc"
