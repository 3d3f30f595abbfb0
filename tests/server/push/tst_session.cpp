// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hello.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// What a session and its client say to each other.
class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classicBitForBit();
    void classicOddities();
    void classicGetsLiveEventsOnly();
    void greetsV1();
    void pongTellsWhatTheClientHas();
    void helloMustCome();
    void garbageEndsV1();
    void ignoresWhatALaterVersionSays();
    void publishBeforeHello();
};

void TestSession::classicBitForBit()
{
    HubFixture house;
    MemoryWire &wire = house.connectClassic(QStringLiteral("li"));
    const QJsonObject greeting = json(wire.texts.value(0));
    QCOMPARE(
        greeting.keys(),
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
    QCOMPARE(event.value(QLatin1StringView("type")).toString(),
             QStringLiteral("order_notification"));
    QCOMPARE(event.value(QLatin1StringView("data"))[QLatin1StringView("order_no")].toString(),
             QStringLiteral("PO1"));
    QCOMPARE(event.keys(), QStringList({QStringLiteral("data"), QStringLiteral("type")}));
}

void TestSession::classicOddities()
{
    HubFixture house;
    MemoryWire &wire = house.connectClassic();
    wire.texts.clear();
    wire.say(R"({"type":"something"})");
    wire.say(R"({})");
    wire.say(helloAfresh);
    QVERIFY(wire.texts.isEmpty());
    wire.listener().binaryReceived();
    QCOMPARE(typesOf(wire.texts), QStringList{QStringLiteral("error")});
    QVERIFY(!wire.closeCode);
}

void TestSession::classicGetsLiveEventsOnly()
{
    HubFixture house;
    house.appendOrder(1);
    MemoryWire &wire = house.connectClassic();
    house.turn();
    wire.texts.clear();
    house.append(event_type::order, {{QStringLiteral("order_id"), 2}}, {},
                 QStringLiteral("import"));
    house.append(event_type::day, {{QStringLiteral("date"), QStringLiteral("2026-11-23")}});
    house.hub->setSource(protocol::SourceState::Lost);
    house.turn();
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
    house.appendNotice(QStringLiteral("hello"));
    house.turn();
    QCOMPARE(typesOf(withoutNumbers(wire.texts)), QStringList{event_type::notice});
}

void TestSession::greetsV1()
{
    HubOptions options;
    options.version = QStringLiteral("9.9");
    options.shop.name = QStringLiteral("印刷厂");
    HubFixture house(1'000'000, options);
    const StreamId position = house.appendOrder(1);
    MemoryWire &wire = house.connect(
        HubFixture::record(QStringLiteral("wang"), Role::Admin, {QStringLiteral("3")}));
    const auto message = protocol::decodeServer(wire.texts.value(0));
    QVERIFY(message.ok());
    const auto *greeting = std::get_if<protocol::ConnectionEstablished>(&*message);
    QVERIFY(greeting);
    QCOMPARE(greeting->epoch, epoch);
    QCOMPARE(greeting->position, position);
    QCOMPARE(greeting->serverVersion, QStringLiteral("9.9"));
    QCOMPARE(greeting->shop.name, QStringLiteral("印刷厂"));
    QCOMPARE(greeting->permissions, HubFixture::record({}, Role::Admin).identity().permissions());
    QCOMPARE(greeting->groups,
             QStringList({QStringLiteral("dept_3"), QStringLiteral("role_admin"),
                          QStringLiteral("user_wang")}));
    QCOMPARE(greeting->time, house.clock.now());
    // Nothing else before hello, whatever happens.
    house.appendOrder(2);
    house.turn();
    QCOMPARE(wire.texts.size(), 1);
}

void TestSession::pongTellsWhatTheClientHas()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    const StreamId unseen =
        house.appendNotice(QStringLiteral("not for you"), {QStringLiteral("dept_9")});
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
    HubFixture house;
    MemoryWire &wire = house.connect(HubFixture::record(QStringLiteral("li")));
    house.pass(9500ms);
    QVERIFY(!wire.closeCode);
    house.clock.advance(500ms);
    house.hub->tick();
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
}

void TestSession::garbageEndsV1()
{
    for (const QByteArray garbage :
         {"{nonsense", "[]", "{}", R"({"type":7})", R"({"type":"hello","resume":7})", ""}) {
        HubFixture house;
        MemoryWire &wire = house.connectLive();
        wire.say(garbage);
        QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
        house.turn();
        QCOMPARE(house.hub->sessionCount(), 0);
    }
}

void TestSession::ignoresWhatALaterVersionSays()
{
    HubFixture house;
    MemoryWire &wire = house.connectLive();
    wire.say(R"({"type":"confirmed","id":"7-0"})");
    QVERIFY(!wire.closeCode);
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
}

void TestSession::publishBeforeHello()
{
    HubFixture house;
    MemoryWire &wire = house.connect(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(
        R"({"type":"publish","ref":"r","event":{"type":"general_notification","data":{"message":"x"}}})");
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
    QVERIFY(house.publisher.asked.isEmpty());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
