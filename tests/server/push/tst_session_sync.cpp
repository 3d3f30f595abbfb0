// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hello.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// How a client comes up to date.
class TestSessionSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void snapshotThenLive();
    void resumesExactly();
    void resumeLeavesOutDerivedFrames();
    void aheadWaitsForUs();
    void aheadForTooLong();
    void aheadWaitsWhileTheEndIsDoubted();
    void eventsDuringASnapshotFollow();
    void aLargeSnapshotHoldsNobodyUp();
    void aBoardThatWasGivenUpBeginsAgain();
    void compressedWhereUnderstood();
    void newEpochMeansSnapshot();
};

void TestSessionSync::snapshotThenLive()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    const StreamId position = fixture.appendNotice(QStringLiteral("hello"));
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(helloAfresh);
    QCOMPARE(typesOf(wire.texts),
             QStringList(
                 {QStringLiteral("sync"), QStringLiteral("snapshot"), QStringLiteral("synced")}));
    const auto part = std::get<protocol::SnapshotPart>(*protocol::decodeServer(wire.texts[1]));
    QCOMPARE(part.orders.size(), 1);
    QCOMPARE(part.notices.size(), 1);
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(wire.texts[2]));
    QCOMPARE(synced.position, position);
    QCOMPARE(synced.stats.value(QLatin1StringView("total_orders")).toInt(), 1);
    wire.texts.clear();
    const StreamId later = fixture.appendOrder(2);
    fixture.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{later.toString()});
}

void TestSessionSync::resumesExactly()
{
    HubFixture fixture;
    QStringList ids;
    StreamId had;
    for (int i = 1; i <= 1000; ++i) {
        const StreamId id = fixture.appendOrder(i);
        if (i == 300)
            had = id;
        else if (i > 300)
            ids << id.toString();
    }
    fixture.turn();
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, had));
    QCOMPARE(json(wire.texts.first()).value(QLatin1StringView("mode")).toString(),
             QStringLiteral("resume"));
    QCOMPARE(typesOf(wire.texts).last(), QStringLiteral("synced"));
    QCOMPARE(idsOf(wire.texts), ids);
    // 700 events went out in a few writes, not in 700.
    QVERIFY(wire.writes < 20);
}

void TestSessionSync::resumeLeavesOutDerivedFrames()
{
    HubFixture fixture;
    const StreamId had = fixture.appendOrder(1);
    fixture.hub->setSource(protocol::SourceState::Lost);
    fixture.turn();
    fixture.appendOrder(2);
    fixture.pass(2s);
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, had));
    QCOMPARE(typesOf(wire.texts),
             QStringList({QStringLiteral("sync"), QStringLiteral("order_notification"),
                          QStringLiteral("synced")}));
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(synced.source.state, protocol::SourceState::Lost);
}

void TestSessionSync::aheadWaitsForUs()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    const StreamId ahead{fixture.next.ms, fixture.next.seq + 2};
    wire.say(hello(epoch, ahead));
    QVERIFY(wire.texts.isEmpty());
    fixture.appendOrder(2);
    fixture.turn();
    QVERIFY(wire.texts.isEmpty());
    fixture.appendOrder(3);
    const StreamId beyond = fixture.appendOrder(4);
    fixture.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{beyond.toString()});
    QCOMPARE(typesOf(withoutNumbers(wire.texts)),
             QStringList({QStringLiteral("sync"), QStringLiteral("order_notification"),
                          QStringLiteral("synced")}));
}

void TestSessionSync::aheadForTooLong()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, {fixture.next.ms + 1, 0}));
    fixture.pass(1500ms);
    QVERIFY(wire.texts.isEmpty());
    fixture.pass(500ms);
    QCOMPARE(typesOf(wire.texts),
             QStringList(
                 {QStringLiteral("sync"), QStringLiteral("snapshot"), QStringLiteral("synced")}));
}

/// An older board is never given for a newer one while this server may be behind.
void TestSessionSync::aheadWaitsWhileTheEndIsDoubted()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    QSignalSpy ahead(fixture.hub.get(), &Hub::clientAhead);
    connect(fixture.hub.get(), &Hub::clientAhead, this, [&] { fixture.hub->setEndDoubted(true); });
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, {fixture.next.ms + 1, 0}));
    QCOMPARE(ahead.size(), 1);
    for (int i = 0; i < 5; ++i)
        fixture.pass(2000ms);
    QVERIFY(wire.texts.isEmpty());
    fixture.hub->setEndDoubted(false);
    fixture.pass(2000ms);
    QCOMPARE(typesOf(wire.texts),
             QStringList(
                 {QStringLiteral("sync"), QStringLiteral("snapshot"), QStringLiteral("synced")}));
}

void TestSessionSync::eventsDuringASnapshotFollow()
{
    HubFixture fixture(4'000'000);
    for (int i = 1; i <= 4000; ++i)
        fixture.appendOrder(i);
    fixture.turn();
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.isReading = false;
    wire.say(helloAfresh);
    QVERIFY(wire.bytesPending() > 0);
    const StreamId later = fixture.appendOrder(5000);
    fixture.turn();
    while (!typesOf(wire.texts).contains(QStringLiteral("synced"))) {
        wire.readAll();
        fixture.turn(); // it is written in slices
    }
    wire.readAll();
    const QStringList types = typesOf(withoutNumbers(wire.texts));
    QCOMPARE(types.first(), QStringLiteral("sync"));
    QVERIFY(types.count(QStringLiteral("snapshot")) > 1);
    QCOMPARE(types.indexOf(QStringLiteral("synced")), types.size() - 2);
    QCOMPARE(idsOf(wire.texts), QStringList{later.toString()});
}

void TestSessionSync::aLargeSnapshotHoldsNobodyUp()
{
    HubFixture fixture(4'000'000);
    for (int i = 1; i <= 20 * SnapshotCache::rowsAtATime; ++i)
        fixture.appendOrder(i);
    fixture.turn();
    MemoryWire &other = fixture.connectLive(QStringLiteral("wang"));
    while (!typesOf(other.texts).contains(QStringLiteral("synced")))
        fixture.turn();
    other.texts.clear();
    fixture.clock.advance(SnapshotCache::sharedFor + 1ms); // that one is too old to be shared
    MemoryWire &wire = fixture.connectLive();
    const StreamId during = fixture.appendOrder(1);
    fixture.turn();
    QCOMPARE(idsOf(other.texts), QStringList{during.toString()});
    QCOMPARE(typesOf(wire.texts), QStringList()); // its sync was said, and the parts are not ready
    while (!typesOf(wire.texts).contains(QStringLiteral("synced")))
        fixture.turn();
    // The copy from which it is written does not move with the book.
    const QByteArrayList texts = withoutNumbers(wire.texts);
    QVERIFY(!texts.first().contains(during.toString().toLatin1()));
    QCOMPARE(idsOf(texts), QStringList{during.toString()});
}

/// A slow reader had some of its parts, and others needed the room of the rest.
void TestSessionSync::aBoardThatWasGivenUpBeginsAgain()
{
    HubOptions options;
    options.snapshotBytes = 1000;
    HubFixture fixture(8'000'000, options);
    const QString synced = QStringLiteral("synced");
    for (int i = 1; i <= 5000; ++i)
        fixture.appendOrder(i);
    fixture.appendOrder(5001, {QStringLiteral("dept_3")});
    fixture.turn();
    MemoryWire &slow = fixture.connect(HubFixture::record(QStringLiteral("li")));
    slow.texts.clear();
    slow.isReading = false;
    slow.say(helloAfresh);
    MemoryWire &quick = fixture.connectLive(QStringLiteral("wang"));
    while (!typesOf(quick.texts).contains(synced))
        fixture.turn();
    slow.readPending();
    slow.handler().drained();
    QCOMPARE(typesOf(slow.texts), QStringList{QStringLiteral("sync")});
    QVERIFY(slow.bytesPending() > 100'000); // the first part

    fixture.clock.advance(SnapshotCache::sharedFor + 1ms);
    const QStringList departments{QStringLiteral("3")};
    const auto other = HubFixture::record(QStringLiteral("zhao"), Role::Viewer, departments);
    MemoryWire &another = fixture.connectLive(other);
    while (!typesOf(another.texts).contains(synced))
        fixture.turn();
    fixture.hub->tick();
    QCOMPARE(fixture.hub->counters().snapshotsDropped, 1u);
    while (!typesOf(slow.texts).contains(synced)) {
        slow.readAll();
        fixture.turn();
    }
    QCOMPARE(typesOf(slow.texts).count(QStringLiteral("sync")), 2);
    QVERIFY(!slow.closeCode);
}

void TestSessionSync::compressedWhereUnderstood()
{
    HubFixture fixture;
    for (int i = 1; i <= 400; ++i)
        fixture.appendOrder(i);
    fixture.turn();
    MemoryWire &plain = fixture.connect(HubFixture::record(QStringLiteral("li")));
    plain.say(helloAfresh);
    MemoryWire &zlib = fixture.connect(HubFixture::record(QStringLiteral("li")));
    zlib.say(R"({"type":"hello","resume":null,"features":["zlib","later"]})");
    QCOMPARE(typesOf(zlib.texts), typesOf(plain.texts));
    QCOMPARE(zlib.texts.at(2), plain.texts.at(2));
    QVERIFY(zlib.bytesRead < plain.bytesRead / 4);
}

void TestSessionSync::newEpochMeansSnapshot()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    MemoryWire &wire = fixture.connectLive();
    MemoryWire &classic = fixture.connectClassic();
    fixture.turn();
    wire.texts.clear();
    classic.texts.clear();

    Book other;
    other.epoch = QStringLiteral("e2");
    other.position = {fixture.next.ms + 1, 0};
    fixture.log.reset(other);
    fixture.turn();
    QCOMPARE(typesOf(withoutNumbers(wire.texts)),
             QStringList(
                 {QStringLiteral("sync"), QStringLiteral("snapshot"), QStringLiteral("synced")}));
    QVERIFY(withoutNumbers(classic.texts).isEmpty());
    fixture.next = other.position;
    const QString id = fixture.appendOrder(2).toString();
    fixture.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{id});
    QCOMPARE(typesOf(withoutNumbers(classic.texts)), QStringList{event_type::order});
}

QTEST_GUILESS_MAIN(TestSessionSync)
#include "tst_session_sync.moc"
