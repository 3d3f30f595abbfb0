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
    void whoMayManageHearsWhatCouldNotBeRead();
    void classicBitForBit();
    void classicOddities();
    void classicGetsLiveEventsOnly();
    void greetsV1();
    void pongTellsWhatTheClientHas();
    void helloMustCome();
    void garbageEndsV1();
    void ignoresWhatALaterVersionSays_data();
    void ignoresWhatALaterVersionSays();
    void publishBeforeHello();
};

void TestSession::classicBitForBit()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectClassic(QStringLiteral("li"));
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
    fixture.appendOrder(1);
    fixture.turn();
    const QJsonObject event = json(withoutNumbers(wire.texts).value(0));
    QCOMPARE(event.value(QLatin1StringView("type")).toString(),
             QStringLiteral("order_notification"));
    QCOMPARE(event.value(QLatin1StringView("data"))[QLatin1StringView("order_no")].toString(),
             QStringLiteral("PO1"));
    QCOMPARE(event.keys(), QStringList({QStringLiteral("data"), QStringLiteral("type")}));
}

void TestSession::classicOddities()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectClassic();
    wire.texts.clear();
    wire.say(R"({"type":"something"})");
    wire.say(R"({})");
    wire.say(helloAfresh);
    QVERIFY(wire.texts.isEmpty());
    wire.handler().binaryReceived(1);
    QCOMPARE(typesOf(wire.texts), QStringList{QStringLiteral("error")});
    QVERIFY(!wire.closeCode);
}

void TestSession::classicGetsLiveEventsOnly()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    MemoryWire &wire = fixture.connectClassic();
    fixture.turn();
    wire.texts.clear();
    fixture.append(event_type::order, {{QStringLiteral("order_id"), 2}}, {},
                   QStringLiteral("import"));
    fixture.append(event_type::day, {{QStringLiteral("date"), QStringLiteral("2026-11-23")}});
    fixture.hub->setSource(protocol::SourceState::Lost);
    fixture.turn();
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
    fixture.appendNotice(QStringLiteral("hello"));
    fixture.turn();
    QCOMPARE(typesOf(withoutNumbers(wire.texts)), QStringList{event_type::notice});
}

void TestSession::greetsV1()
{
    HubOptions options;
    options.version = QStringLiteral("9.9");
    options.shop.name = QStringLiteral("印刷厂");
    HubFixture fixture(1'000'000, options);
    const StreamId position = fixture.appendOrder(1);
    auto user = HubFixture::record(QStringLiteral("wang"), Role::Admin, {QStringLiteral("3")});
    user.display = QStringLiteral("王芳");
    MemoryWire &wire = fixture.connect(user);
    const auto message = protocol::decodeServer(wire.texts.value(0));
    QVERIFY(message.ok());
    const auto *greeting = std::get_if<protocol::ConnectionEstablished>(&*message);
    QVERIFY(greeting);
    QCOMPARE(greeting->epoch, epoch);
    QCOMPARE(greeting->position, position);
    QCOMPARE(greeting->display, QStringLiteral("王芳"));
    QCOMPARE(greeting->serverVersion, QStringLiteral("9.9"));
    QCOMPARE(greeting->shop.name, QStringLiteral("印刷厂"));
    QCOMPARE(greeting->permissions, HubFixture::record({}, Role::Admin).identity().permissions());
    QCOMPARE(greeting->groups,
             QStringList({QStringLiteral("dept_3"), QStringLiteral("role_admin"),
                          QStringLiteral("user_wang")}));
    QCOMPARE(greeting->time, fixture.clock.now());
    // Nothing else before hello, whatever happens.
    fixture.appendOrder(2);
    fixture.turn();
    QCOMPARE(wire.texts.size(), 1);
}

void TestSession::pongTellsWhatTheClientHas()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    const StreamId unseen =
        fixture.appendNotice(QStringLiteral("not for you"), {QStringLiteral("dept_9")});
    const auto pong = [&wire] {
        wire.texts.clear();
        wire.say(R"({"type":"ping"})");
        return std::get<protocol::Pong>(*protocol::decodeServer(wire.texts.last()));
    };
    QVERIFY(pong().position < unseen); // its turn has not come
    fixture.turn();
    QCOMPARE(pong().position, unseen);
    wire.isReading = false;
    wire.write(QByteArray(1'000'000, 'x')); // the wire is full: nothing more is sent
    fixture.appendOrder(1);
    fixture.turn();
    wire.readAll();
    wire.isReading = true;
    QCOMPARE(pong().position, fixture.next);
    QCOMPARE(pong().time, fixture.clock.now());
}

void TestSession::helloMustCome()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("li")));
    fixture.pass(9500ms);
    QVERIFY(!wire.closeCode);
    fixture.clock.advance(500ms);
    fixture.hub->tick();
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
}

void TestSession::garbageEndsV1()
{
    for (const QByteArray garbage :
         {"{nonsense", "[]", "{}", R"({"type":7})", R"({"type":"hello","resume":7})", ""}) {
        HubFixture fixture;
        MemoryWire &wire = fixture.connectLive();
        wire.say(garbage);
        QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
        fixture.turn();
        QCOMPARE(fixture.hub->sessionCount(), 0);
    }
}

void TestSession::ignoresWhatALaterVersionSays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("short") << QByteArray(R"({"type":"confirmed","id":"7-0"})");
    QTest::newRow("its type comes last")
        << QByteArray(R"({"id":{"a":["}",{}]},"type":"confirmed"})");
    QTest::newRow("large") << R"({"type":"zz","a":")" + QByteArray(100'000, 'x') + R"("})";
    QTest::newRow("deep") << R"({"a":)" + QByteArray(1000, '[') + QByteArray(1000, ']')
            + R"(,"type":"zz"})";
}

void TestSession::ignoresWhatALaterVersionSays()
{
    QFETCH(QByteArray, text);
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    wire.say(text);
    QVERIFY(!wire.closeCode);
    QVERIFY(withoutNumbers(wire.texts).isEmpty());
}

void TestSession::publishBeforeHello()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connect(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(
        R"({"type":"publish","ref":"r","event":{"type":"general_notification","data":{"message":"x"}}})");
    QCOMPARE(wire.closeCode, CloseCode::ProtocolError);
    QVERIFY(fixture.publisher.asked.isEmpty());
}

/// And takes the feature; once for all that happened between two ticks, and at a later hello.
void TestSession::whoMayManageHearsWhatCouldNotBeRead()
{
    const QString unread = QStringLiteral("unread");
    const QByteArray hello = R"({"type":"hello","resume":null,"features":["unread"]})";
    HubFixture fixture;
    int messages = 0;
    fixture.hub->setAskUnread([&messages] { return protocol::Unread{messages}; });
    MemoryWire &wang = fixture.connect(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    MemoryWire &old = fixture.connectLive(HubFixture::record(QStringLiteral("old"), Role::Admin));
    MemoryWire &li = fixture.connect(HubFixture::record(QStringLiteral("li"), Role::Operator));
    wang.say(hello);
    li.say(hello);
    QVERIFY(!typesOf(wang.texts).contains(unread)); // all could be read
    for (; messages < 5; ++messages)
        fixture.hub->noteUnread();
    fixture.pass(std::chrono::seconds(2));
    QCOMPARE(typesOf(wang.texts).count(unread), 1);
    const qsizetype told = typesOf(wang.texts).indexOf(unread);
    QCOMPARE(json(wang.texts.at(told)).value(QLatin1StringView("messages")).toInt(), 5);
    MemoryWire &later = fixture.connect(HubFixture::record(QStringLiteral("zhao"), Role::Admin));
    later.say(hello);
    QCOMPARE(typesOf(later.texts).count(unread), 1);
    for (const MemoryWire *other : {&old, &li})
        QVERIFY(!typesOf(other->texts).contains(unread));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
