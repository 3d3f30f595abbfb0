// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/house.h"

#include "shared/protocol/codec.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

QByteArray hello(const QString &epoch, StreamId position)
{
    return protocol::encode(protocol::Hello{protocol::Hello::Resume{epoch, position}, {}, {}, {}, {}});
}

const QString epoch = QStringLiteral("e1");
const QByteArray helloAfresh = R"({"type":"hello","resume":null})";

QStringList idsOf(const QByteArrayList &texts)
{
    QStringList ids;
    for (const QByteArray &text : texts) {
        if (const QString id = json(text).value(QLatin1StringView("id")).toString(); !id.isEmpty())
            ids << id;
    }
    return ids;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classicBitForBit();
    void classicOddities();
    void classicGetsLiveEventsOnly();
    void greetsV1();
    void snapshotThenLive();
    void resumesExactly();
    void resumeLeavesOutDerivedFrames();
    void aheadWaitsForUs();
    void aheadForTooLong();
    void eventsDuringASnapshotFollow();
    void aLargeSnapshotHoldsNobodyUp();
    void compressedWhereUnderstood();
    void pongTellsWhatTheClientHas();
    void helloMustCome();
    void garbageEndsV1();
    void ignoresWhatALaterVersionSays();
    void publishBeforeHello();
    void floodIsEnded();
    void deadPeerIsFound();
    void livingPeerStays();
    void whoTakesNothingIsDropped();
    void slowReaderIsBoundedAndFresh();
    void twiceOvertakenIsTooSlow();
    void overtakenClassicIsTooSlow();
    void whoNeverReadsAnswersIsClosed();
    void newEpochMeansSnapshot();
};

void TestSession::classicBitForBit()
{
    House house;
    MemoryWire &wire = house.connectClassic(QStringLiteral("li"));
    const QJsonObject greeting = json(wire.texts.value(0));
    QCOMPARE(greeting.keys(),
             QStringList({QStringLiteral("message"), QStringLiteral("type"), QStringLiteral("user")}));
    QCOMPARE(greeting.value(QLatin1StringView("user")).toString(), QStringLiteral("li"));
    wire.texts.clear();

    wire.say(R"({"type":"ping"})");
    wire.say("{nonsense");
    QCOMPARE(wire.takeTexts(),
             QByteArrayList({"{\"type\":\"pong\",\"message\":\"pong\"}",
                             "{\"type\":\"error\",\"message\":\"无效的JSON格式\"}"}));
    house.appendOrder(1);
    house.turn();
    const QJsonObject event = json(withoutNumbers(wire.texts).value(0));
    QCOMPARE(event.value(QLatin1StringView("type")).toString(), QStringLiteral("order_notification"));
    QCOMPARE(event.value(QLatin1StringView("data"))[QLatin1StringView("order_no")].toString(),
             QStringLiteral("PO1"));
}

void TestSession::classicOddities()
{
    House house;
    MemoryWire &wire = house.connectClassic();
    wire.texts.clear();
    wire.say(R"({"type":"something"})");
    wire.say(R"({})");
    wire.say(helloAfresh);
    QVERIFY(wire.texts.isEmpty());
    Q_EMIT wire.binaryReceived();
    QCOMPARE(typesOf(wire.texts), QStringList{QStringLiteral("error")});
    QVERIFY(!wire.closeCode);
}

void TestSession::classicGetsLiveEventsOnly()
{
    House house;
    house.appendOrder(1);
    MemoryWire &wire = house.connectClassic();
    house.turn();
    wire.texts.clear();
    house.append(event_type::order, {{QStringLiteral("order_id"), 2}}, {}, QStringLiteral("import"));
    house.append(event_type::day, {{QStringLiteral("date"), QStringLiteral("2026-11-23")}});
    house.hub->setSource(protocol::SourceState::Lost);
    house.turn();
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
    const StreamId id = house.appendNotice(QStringLiteral("hello"));
    house.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{id.toString()});
}

void TestSession::greetsV1()
{
    HubOptions options;
    options.version = QStringLiteral("9.9");
    options.shop.name = QStringLiteral("印刷厂");
    House house(1'000'000, options);
    const StreamId position = house.appendOrder(1);
    MemoryWire &wire = house.connect(House::record(QStringLiteral("wang"), Role::Admin,
                                                   {QStringLiteral("3")}));
    const auto message = protocol::decodeServer(wire.texts.value(0));
    QVERIFY(message.ok());
    const auto *greeting = std::get_if<protocol::ConnectionEstablished>(&*message);
    QVERIFY(greeting);
    QCOMPARE(greeting->epoch, epoch);
    QCOMPARE(greeting->position, position);
    QCOMPARE(greeting->serverVersion, QStringLiteral("9.9"));
    QCOMPARE(greeting->shop.name, QStringLiteral("印刷厂"));
    QCOMPARE(greeting->permissions, House::record({}, Role::Admin).identity().permissions());
    QCOMPARE(greeting->groups, QStringList({QStringLiteral("dept_3"), QStringLiteral("role_admin"),
                                            QStringLiteral("user_wang")}));
    QCOMPARE(greeting->time, house.clock.now());
    // Nothing else before hello, whatever happens.
    house.appendOrder(2);
    house.turn();
    QCOMPARE(wire.texts.size(), 1);
}

void TestSession::snapshotThenLive()
{
    House house;
    house.appendOrder(1);
    const StreamId position = house.appendNotice(QStringLiteral("hello"));
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(helloAfresh);
    QCOMPARE(typesOf(wire.texts), QStringList({QStringLiteral("sync"), QStringLiteral("snapshot"),
                                               QStringLiteral("synced")}));
    const auto part = std::get<protocol::SnapshotPart>(*protocol::decodeServer(wire.texts[1]));
    QCOMPARE(part.orders.size(), 1);
    QCOMPARE(part.notices.size(), 1);
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(wire.texts[2]));
    QCOMPARE(synced.position, position);
    QCOMPARE(synced.stats.value(QLatin1StringView("total_orders")).toInt(), 1);
    wire.texts.clear();
    const StreamId later = house.appendOrder(2);
    house.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{later.toString()});
}

void TestSession::resumesExactly()
{
    House house;
    QStringList ids;
    StreamId had;
    for (int i = 1; i <= 1000; ++i) {
        const StreamId id = house.appendOrder(i);
        if (i == 300)
            had = id;
        else if (i > 300)
            ids << id.toString();
    }
    house.turn();
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, had));
    QCOMPARE(json(wire.texts.first()).value(QLatin1StringView("mode")).toString(),
             QStringLiteral("resume"));
    QCOMPARE(typesOf(wire.texts).last(), QStringLiteral("synced"));
    QCOMPARE(idsOf(wire.texts), ids);
    // 700 events went out in a few writes, not in 700.
    QVERIFY(wire.writes < 20);
}

void TestSession::resumeLeavesOutDerivedFrames()
{
    House house;
    const StreamId had = house.appendOrder(1);
    house.hub->setSource(protocol::SourceState::Lost);
    house.turn();
    house.appendOrder(2);
    house.pass(2s);
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, had));
    QCOMPARE(typesOf(wire.texts), QStringList({QStringLiteral("sync"),
                                               QStringLiteral("order_notification"),
                                               QStringLiteral("synced")}));
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(synced.source.state, protocol::SourceState::Lost);
}

void TestSession::aheadWaitsForUs()
{
    House house;
    house.appendOrder(1);
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    const StreamId ahead{house.next.ms, house.next.seq + 2};
    wire.say(hello(epoch, ahead));
    QVERIFY(wire.texts.isEmpty());
    house.appendOrder(2);
    house.turn();
    QVERIFY(wire.texts.isEmpty());
    house.appendOrder(3);
    const StreamId beyond = house.appendOrder(4);
    house.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{beyond.toString()});
    QCOMPARE(typesOf(withoutNumbers(wire.texts)),
             QStringList({QStringLiteral("sync"), QStringLiteral("order_notification"),
                          QStringLiteral("synced")}));
}

void TestSession::aheadForTooLong()
{
    House house;
    house.appendOrder(1);
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.say(hello(epoch, {house.next.ms + 1, 0}));
    house.pass(1500ms);
    QVERIFY(wire.texts.isEmpty());
    house.pass(500ms);
    QCOMPARE(typesOf(wire.texts), QStringList({QStringLiteral("sync"), QStringLiteral("snapshot"),
                                               QStringLiteral("synced")}));
}

void TestSession::eventsDuringASnapshotFollow()
{
    House house(4'000'000);
    for (int i = 1; i <= 4000; ++i)
        house.appendOrder(i);
    house.turn();
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.texts.clear();
    wire.isReading = false;
    wire.say(helloAfresh);
    QVERIFY(wire.bytesPending() > 0);
    const StreamId later = house.appendOrder(5000);
    house.turn();
    while (!typesOf(wire.texts).contains(QStringLiteral("synced"))) {
        wire.readAll();
        house.turn(); // it is written in slices
    }
    wire.readAll();
    const QStringList types = typesOf(withoutNumbers(wire.texts));
    QCOMPARE(types.first(), QStringLiteral("sync"));
    QVERIFY(types.count(QStringLiteral("snapshot")) > 1);
    QCOMPARE(types.indexOf(QStringLiteral("synced")), types.size() - 2);
    QCOMPARE(idsOf(wire.texts), QStringList{later.toString()});
}

void TestSession::aLargeSnapshotHoldsNobodyUp()
{
    House house(4'000'000);
    for (int i = 1; i <= 20 * SnapshotShelf::rowsAtATime; ++i)
        house.appendOrder(i);
    house.turn();
    MemoryWire &other = house.connectLive(QStringLiteral("wang"));
    while (!typesOf(other.texts).contains(QStringLiteral("synced")))
        house.turn();
    other.texts.clear();
    house.clock.advance(SnapshotShelf::sharedFor + 1ms); // that one is too old to be shared
    MemoryWire &wire = house.connectLive();
    const StreamId during = house.appendOrder(1);
    house.turn();
    QCOMPARE(idsOf(other.texts), QStringList{during.toString()});
    QCOMPARE(typesOf(wire.texts), QStringList()); // its sync was said, and the parts are not ready
    while (!typesOf(wire.texts).contains(QStringLiteral("synced")))
        house.turn();
    // The copy from which it is written does not move with the book.
    const QByteArrayList texts = withoutNumbers(wire.texts);
    QVERIFY(!texts.first().contains(during.toString().toLatin1()));
    QCOMPARE(idsOf(texts), QStringList{during.toString()});
}

void TestSession::compressedWhereUnderstood()
{
    House house;
    for (int i = 1; i <= 400; ++i)
        house.appendOrder(i);
    house.turn();
    MemoryWire &plain = house.connect(House::record(QStringLiteral("li")));
    plain.say(helloAfresh);
    MemoryWire &zlib = house.connect(House::record(QStringLiteral("li")));
    zlib.say(R"({"type":"hello","resume":null,"features":["zlib","later"]})");
    QCOMPARE(typesOf(zlib.texts), typesOf(plain.texts));
    QCOMPARE(zlib.texts.at(2), plain.texts.at(2));
    QVERIFY(zlib.bytesRead < plain.bytesRead / 4);
}

void TestSession::pongTellsWhatTheClientHas()
{
    House house;
    MemoryWire &wire = house.connectLive();
    const StreamId unseen = house.appendNotice(QStringLiteral("not for you"),
                                               {QStringLiteral("dept_9")});
    const auto pong = [&wire] {
        wire.texts.clear();
        wire.say(R"({"type":"ping"})");
        return std::get<protocol::Pong>(*protocol::decodeServer(wire.texts.last()));
    };
    QVERIFY(pong().position < unseen); // its turn has not come
    house.turn();
    QCOMPARE(pong().position, unseen);
    wire.isReading = false;
    wire.write(QByteArray(1'000'000, 'x')); // the line is full: nothing goes on
    house.appendOrder(1);
    house.turn();
    wire.readAll();
    wire.isReading = true;
    QCOMPARE(pong().position, house.next);
    QCOMPARE(pong().time, house.clock.now());
}

void TestSession::helloMustCome()
{
    House house;
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    house.pass(9500ms);
    QVERIFY(!wire.closeCode);
    house.clock.advance(500ms);
    house.hub->tick();
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
}

void TestSession::garbageEndsV1()
{
    for (const QByteArray garbage : {"{nonsense", "[]", "{}", R"({"type":7})", R"({"type":"hello","resume":7})", ""}) {
        House house;
        MemoryWire &wire = house.connectLive();
        wire.say(garbage);
        QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
        house.turn();
        QCOMPARE(house.hub->sessionCount(), 0);
    }
}

void TestSession::ignoresWhatALaterVersionSays()
{
    House house;
    MemoryWire &wire = house.connectLive();
    wire.say(R"({"type":"confirmed","id":"7-0"})");
    QVERIFY(!wire.closeCode);
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
}

void TestSession::publishBeforeHello()
{
    House house;
    MemoryWire &wire = house.connect(House::record(QStringLiteral("wang"), Role::Admin));
    wire.say(R"({"type":"publish","ref":"r","event":{"type":"general_notification","data":{"message":"x"}}})");
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
    QVERIFY(house.publisher.asked.isEmpty());
}

void TestSession::floodIsEnded()
{
    House house;
    MemoryWire &wire = house.connectLive();
    for (int i = 0; i < 10'000; ++i)
        wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooMany);
    QVERIFY(wire.texts.size() <= SessionLimits().messagesBurst);
}

void TestSession::deadPeerIsFound()
{
    House house;
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

void TestSession::livingPeerStays()
{
    House house;
    MemoryWire &wire = house.connectLive();
    for (int i = 0; i < 10; ++i) {
        house.pass(10s);
        Q_EMIT wire.heard();
    }
    QVERIFY(!wire.closeCode);
    QCOMPARE(wire.pings, 10);
}

void TestSession::whoTakesNothingIsDropped()
{
    House house;
    MemoryWire &wire = house.connectLive();
    wire.isReading = false;
    house.appendOrder(1);
    house.turn();
    QVERIFY(wire.bytesPending() > 0);
    for (int i = 0; i < 29; ++i) {
        Q_EMIT wire.heard(); // it goes on talking
        house.pass(500ms);
    }
    QVERIFY(!wire.isAborted);
    Q_EMIT wire.progressed(); // a byte now is enough
    for (int i = 0; i < 30; ++i) {
        Q_EMIT wire.heard();
        house.pass(500ms);
        QVERIFY(!wire.isAborted);
    }
    Q_EMIT wire.heard();
    house.clock.advance(500ms);
    house.hub->tick(); // without a turn of the loop, which would delete the wire
    QVERIFY(wire.isAborted);
    QVERIFY(!wire.closeCode); // a close frame would lie behind what it does not take
}

void TestSession::slowReaderIsBoundedAndFresh()
{
    House house(300'000);
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
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(
        withoutNumbers(slow.texts).last()));
    QCOMPARE(synced.position, house.next);
}

void TestSession::twiceOvertakenIsTooSlow()
{
    House house(100'000);
    for (int i = 1; i <= 4000; ++i)
        house.appendOrder(i); // a snapshot of several parts, larger than what is written ahead
    house.turn();
    MemoryWire &wire = house.connect(House::record(QStringLiteral("li")));
    wire.isReading = false;
    wire.say(helloAfresh);
    const auto overtake = [&] {
        for (int i = 1; i <= 2000; ++i)
            house.appendOrder(i);
        house.turn();
        wire.takePending();
        Q_EMIT wire.drained();
    };
    overtake();
    QVERIFY(!wire.closeCode);
    QCOMPARE(typesOf(wire.texts).count(QStringLiteral("synced")), 0);
    overtake();
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
    QCOMPARE(typesOf(wire.texts).count(QStringLiteral("sync")), 2);
}

void TestSession::overtakenClassicIsTooSlow()
{
    House house(50'000);
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

void TestSession::whoNeverReadsAnswersIsClosed()
{
    House house;
    MemoryWire &wire = house.connectLive();
    wire.isReading = false;
    const SessionLimits limits;
    wire.write(QByteArray(limits.replyBytes + 1, 'x'));
    wire.say(R"({"type":"ping"})");
    QCOMPARE(wire.closeCode, CloseCode::TooSlow);
}

void TestSession::newEpochMeansSnapshot()
{
    House house;
    house.appendOrder(1);
    MemoryWire &wire = house.connectLive();
    MemoryWire &classic = house.connectClassic();
    house.turn();
    wire.texts.clear();
    classic.texts.clear();

    Book other;
    other.epoch = QStringLiteral("e2");
    other.position = {house.next.ms + 1, 0};
    house.log.reset(other);
    house.turn();
    QCOMPARE(typesOf(withoutNumbers(wire.texts)),
             QStringList({QStringLiteral("sync"), QStringLiteral("snapshot"),
                          QStringLiteral("synced")}));
    QVERIFY(withoutNumbers(classic.texts).isEmpty());
    house.next = other.position;
    const QString id = house.appendOrder(2).toString();
    house.turn();
    QCOMPARE(idsOf(wire.texts), QStringList{id});
    QCOMPARE(idsOf(classic.texts), QStringList{id});
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
