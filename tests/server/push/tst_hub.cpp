// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hub_fixture.h"

#include "shared/protocol/codec.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

QByteArray publishText(const QString &ref, const QStringList &groups = {})
{
    return protocol::encode(protocol::Publish{ref,
                                              event_type::notice,
                                              {{QStringLiteral("message"), QStringLiteral("x")}},
                                              Audience(groups)});
}

QList<QJsonObject> numbersIn(const QByteArrayList &texts)
{
    QList<QJsonObject> numbers;
    for (const QByteArray &text : texts) {
        const QJsonObject frame = json(text);
        if (frame.value(QLatin1StringView("type")).toString() == event_type::numbers)
            numbers << frame;
    }
    return numbers;
}

qint64 totalOf(const QJsonObject &frame)
{
    return frame.value(QLatin1StringView("data"))[QLatin1StringView("total_orders")].toInteger();
}

QJsonObject orderData(qint64 id, const QString &action)
{
    return {{QStringLiteral("order_id"), id},
            {QStringLiteral("status"), 1},
            {QStringLiteral("action"), action}};
}

} // namespace

class TestHub : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onceATurn();
    void sightIsGainedAndLost();
    void whoComesBackDoesNotHoldUpWhoIsLive();
    void numbersOnceASecondAndTheLast();
    void numbersAtMidnight();
    void publishedNumbersComeOnce();
    void classicAndIncompleteNumbers();
    void classicGetsTheSeedsNumbers();
    void withoutViewOrders();
    void sourceIsTold();
    void aLostSourceIsToldBeforeAnythingElse_data();
    void aLostSourceIsToldBeforeAnythingElse();
    void refusedWritesAreTold();
    void publishIsStoredAndAcknowledged();
    void publishTellsWhatItCouldNotRead();
    void publishWhileRedisIsAway();
    void publisherGone();
    void publishTooOften();
    void countsOnlineEverywhere();
    void rightsChange();
    void rightsChangedMeansSnapshot();
    void goodbye();
    void goodbyesAreSpread();
    void stopWithoutClients();
};

void TestHub::onceATurn()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    fixture.turn();
    wire.writes = 0;
    for (int i = 1; i <= 100; ++i)
        fixture.appendOrder(i);
    QCOMPARE(wire.writes, 0);
    fixture.turn();
    QCOMPARE(wire.writes, 1);
    QCOMPARE(withoutNumbers(wire.texts).size(), 100);
}

void TestHub::sightIsGainedAndLost()
{
    HubFixture fixture;
    MemoryWire &three = fixture.connectLive(
        HubFixture::record(QStringLiteral("a"), Role::Viewer, {QStringLiteral("3")}));
    MemoryWire &four = fixture.connectLive(
        HubFixture::record(QStringLiteral("b"), Role::Viewer, {QStringLiteral("4")}));
    fixture.appendOrder(1, {QStringLiteral("dept_3")});
    fixture.turn();
    QCOMPARE(typesOf(withoutNumbers(three.takeTexts())), QStringList{QString(event_type::order)});
    QVERIFY(withoutNumbers(four.takeTexts()).isEmpty());

    fixture.appendOrder(1, {QStringLiteral("dept_4")});
    fixture.turn();
    const QJsonObject lost = json(withoutNumbers(three.texts).value(0));
    QCOMPARE(lost.value(QLatin1StringView("type")).toString(), QStringLiteral("order"));
    QVERIFY(lost.value(QLatin1StringView("gone")).toBool());
    const QJsonObject gained = json(withoutNumbers(four.texts).value(0));
    QCOMPARE(gained.value(QLatin1StringView("type")).toString(), QStringLiteral("order"));
    QCOMPARE(gained.value(QLatin1StringView("order_no")).toString(), QStringLiteral("PO1"));
}

void TestHub::whoComesBackDoesNotHoldUpWhoIsLive()
{
    HubFixture fixture;
    for (int i = 1; i <= 400; ++i)
        fixture.appendOrder(i);
    fixture.turn();
    MemoryWire &live = fixture.connectLive(QStringLiteral("wang"));
    live.texts.clear();
    const qsizetype snapshotBytes = live.bytesRead;
    QList<MemoryWire *> comers;
    for (int i = 0; i < 3 * CatchUpBudget::bytesPerTurn / snapshotBytes; ++i) {
        comers.append(&fixture.connect(HubFixture::record(QStringLiteral("li"))));
        comers.last()->say(R"({"type":"hello","resume":null})");
    }
    const auto synced = [&comers] {
        return std::count_if(comers.begin(), comers.end(), [](const MemoryWire *wire) {
            return typesOf(wire->texts).contains(QStringLiteral("synced"));
        });
    };
    QVERIFY(synced() < comers.size() / 2); // a turn's bytes, and no more
    const StreamId event = fixture.appendNotice(QStringLiteral("19:00"));
    QCoreApplication::processEvents();
    QVERIFY(live.texts.join().contains(event.toString().toLatin1()));
    QVERIFY(synced() < comers.size());
    QTRY_COMPARE(synced(), comers.size());
}

void TestHub::numbersOnceASecondAndTheLast()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    fixture.pass(2s);
    wire.texts.clear();
    for (int i = 1; i <= 10; ++i) {
        fixture.appendOrder(i);
        fixture.turn();
    }
    QCOMPARE(numbersIn(wire.texts).size(), 1);
    fixture.pass(1s);
    QCOMPARE(numbersIn(wire.texts).size(), 2);
    QCOMPARE(totalOf(numbersIn(wire.texts).last()), 10);
    QVERIFY(!numbersIn(wire.texts).last().contains(QLatin1StringView("id")));
    fixture.pass(10s);
    wire.handler().heard();
    QCOMPARE(numbersIn(wire.texts).size(), 2);
}

void TestHub::numbersAtMidnight()
{
    HubFixture fixture;
    const QDate today = dateAt(fixture.clock.now(), QTimeZone::utc());
    QJsonObject order = orderData(1, QStringLiteral("created"));
    order.insert(QStringLiteral("delivery_date"), today.addDays(4).toString(Qt::ISODate));
    fixture.append(event_type::order, order);
    MemoryWire &wire = fixture.connectLive();
    fixture.pass(2s);
    wire.texts.clear();
    fixture.clock.jump(24h);
    fixture.hub->tick();
    fixture.turn();
    const QJsonObject data =
        numbersIn(wire.texts).value(0).value(QLatin1StringView("data")).toObject();
    QCOMPARE(data.value(QLatin1StringView("urgent_orders_count")).toInt(), 1);
}

void TestHub::publishedNumbersComeOnce()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    MemoryWire &wire = fixture.connectLive();
    fixture.pass(2s);
    wire.texts.clear();
    fixture.append(event_type::numbers, {{QStringLiteral("total_orders"), 4711}});
    fixture.pass(2s);
    QCOMPARE(numbersIn(wire.texts).size(), 1);
    QCOMPARE(totalOf(numbersIn(wire.texts).first()), 4711);
    wire.texts.clear();
    fixture.append(event_type::numbers, {});
    fixture.pass(2s);
    QCOMPARE(totalOf(numbersIn(wire.texts).value(0)), 1);
    // Addressed to some, it is an event like any other.
    wire.texts.clear();
    const StreamId id = fixture.append(event_type::numbers, {{QStringLiteral("total_orders"), 7}},
                                       {QStringLiteral("user_li")});
    fixture.pass(2s);
    QCOMPARE(numbersIn(wire.texts).size(), 1);
    QCOMPARE(numbersIn(wire.texts).first().value(QLatin1StringView("id")).toString(),
             id.toString());
}

void TestHub::classicAndIncompleteNumbers()
{
    HubFixture fixture;
    MemoryWire &classic = fixture.connectClassic();
    MemoryWire &v1 = fixture.connectLive();
    fixture.append(event_type::order, orderData(1, QStringLiteral("updated"))); // a past unseen
    fixture.pass(2s);
    QVERIFY(!fixture.log.book().complete);
    QVERIFY(numbersIn(classic.texts).isEmpty());
    QCOMPARE(numbersIn(v1.texts).size(), 1);
    fixture.append(event_type::numbers, {{QStringLiteral("total_orders"), 4711}});
    fixture.pass(2s);
    QCOMPARE(numbersIn(classic.texts).size(), 1);
    QCOMPARE(totalOf(numbersIn(classic.texts).first()), 4711);
    QCOMPARE(numbersIn(v1.texts).size(), 2);
}

void TestHub::classicGetsTheSeedsNumbers()
{
    HubFixture fixture;
    MemoryWire &classic = fixture.connectClassic();
    fixture.appendOrder(1);
    fixture.pass(2s);
    const QStringList seven{
        QStringLiteral("completed_orders"),   QStringLiteral("current_steps_count"),
        QStringLiteral("next_steps_count"),   QStringLiteral("pending_orders"),
        QStringLiteral("processing_orders"),  QStringLiteral("total_orders"),
        QStringLiteral("urgent_orders_count")};
    QCOMPARE(numbersIn(classic.texts).last().value(QLatin1StringView("data")).toObject().keys(),
             seven);
    fixture.append(event_type::numbers, {{QStringLiteral("ready_steps_count"), 5}});
    fixture.pass(2s);
    const QJsonObject all =
        numbersIn(classic.texts).last().value(QLatin1StringView("data")).toObject();
    QCOMPARE(all.value(QLatin1StringView("ready_steps_count")).toInt(), 5); // the publisher's own
}

void TestHub::withoutViewOrders()
{
    HubFixture fixture;
    fixture.appendOrder(1);
    UserRecord reader = HubFixture::record(QStringLiteral("reader"));
    reader.viewOrders = false;
    MemoryWire &wire = fixture.connect(reader);
    wire.say(R"({"type":"hello","resume":null})");
    const auto part =
        std::get<protocol::SnapshotPart>(*protocol::decodeServer(wire.texts.value(2)));
    QVERIFY(part.orders.isEmpty());
    const auto synced = std::get<protocol::Synced>(*protocol::decodeServer(wire.texts.value(3)));
    QVERIFY(synced.stats.isEmpty());
    wire.texts.clear();
    fixture.appendOrder(2);
    fixture.appendNotice(QStringLiteral("x"));
    fixture.pass(2s);
    QCOMPARE(typesOf(wire.texts), QStringList{QString(event_type::notice)});
}

void TestHub::sourceIsTold()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    fixture.hub->setSource(protocol::SourceState::Lost);
    fixture.hub->setSource(protocol::SourceState::Lost);
    fixture.turn();
    QCOMPARE(typesOf(withoutNumbers(wire.texts)), QStringList{QStringLiteral("source")});
    const auto told = std::get<protocol::SourceChanged>(
        *protocol::decodeServer(withoutNumbers(wire.texts).first()));
    QCOMPARE(told.source.state, protocol::SourceState::Lost);
    QCOMPARE(told.source.since, fixture.clock.now());
}

void TestHub::aLostSourceIsToldBeforeAnythingElse_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QStringList>("heard");
    const QString source = QStringLiteral("source");
    QTest::newRow("ping") << QByteArray(R"({"type":"ping"})")
                          << QStringList{source, QStringLiteral("pong")};
    QTest::newRow("hello") << QByteArray(R"({"type":"hello","resume":null})")
                           << QStringList{source, QStringLiteral("sync"),
                                          QStringLiteral("snapshot"), QStringLiteral("synced")};
}

/// This process slept, and hears of it when it is about to say something.
void TestHub::aLostSourceIsToldBeforeAnythingElse()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QStringList, heard);
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    QObject::connect(fixture.hub.get(), &Hub::aboutToTell, fixture.hub.get(),
                     [&fixture] { fixture.hub->setSource(protocol::SourceState::Lost); });
    wire.say(said);
    fixture.turn();
    // A board that is shared may be older than the loss, which then follows it once more.
    QCOMPARE(typesOf(withoutNumbers(wire.texts)).mid(0, heard.size()), heard);
    MemoryWire &later = fixture.connect(HubFixture::record(QStringLiteral("later")));
    const auto greeting =
        std::get<protocol::ConnectionEstablished>(*protocol::decodeServer(later.texts.first()));
    QCOMPARE(greeting.source.state, protocol::SourceState::Lost);
}

void TestHub::refusedWritesAreTold()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive();
    const protocol::Source before = fixture.hub->source();
    fixture.hub->setWrites(QStringLiteral("memory"));
    fixture.hub->setWrites(QStringLiteral("memory"));
    fixture.turn();
    QCOMPARE(withoutNumbers(wire.texts).size(), 1);
    const auto told = std::get<protocol::SourceChanged>(
        *protocol::decodeServer(withoutNumbers(wire.texts).first()));
    QVERIFY(!told.source.writes);
    QCOMPARE(told.source.cause, QStringLiteral("memory"));
    QCOMPARE(told.source.state, protocol::SourceState::Live);
    fixture.hub->setWrites({});
    QCOMPARE(fixture.hub->source(), before);
}

void TestHub::publishIsStoredAndAcknowledged()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(publishText(QStringLiteral("ref-1")));
    QCOMPARE(fixture.publisher.asked.size(), 1);
    QCOMPARE(fixture.publisher.asked[0].user, QStringLiteral("wang"));
    QCOMPARE(fixture.publisher.asked[0].ref, QStringLiteral("ref-1"));
    QVERIFY(withoutNumbers(wire.texts).isEmpty()); // not before it is in the log
    fixture.publisher.asked[0].stored(StreamId{7, 1});
    const auto ack = std::get<protocol::Ack>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(ack.ref, QStringLiteral("ref-1"));
    QCOMPARE(ack.id, StreamId({7, 1}));
    QCOMPARE(ack.online, 1);
}

void TestHub::publishTellsWhatItCouldNotRead()
{
    HubFixture fixture;
    QStringList told;
    connect(fixture.hub.get(), &Hub::foundOdd, fixture.hub.get(),
            [&told](const QString &type, const QList<Oddity> &oddities) {
                for (const Oddity &odd : oddities)
                    told.append(type + u' ' + odd.member + u' ' + odd.reason);
            });
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(protocol::encode(
        protocol::Publish{QStringLiteral("ref-1"), event_type::order,
                          json(R"({"order_id":7,"status":3,"quantity":"2.50"})"), Audience()}));
    QCOMPARE(fixture.publisher.asked.size(), 1);
    QVERIFY(!fixture.publisher.asked[0].event.data.contains(u"quantity"));
    QCOMPARE(fixture.publisher.asked[0].event.data.value(u"status").toInt(), 3);
    fixture.publisher.asked[0].stored(StreamId{7, 1});
    const auto ack = std::get<protocol::Ack>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(ack.leftOut, QStringList{QStringLiteral("quantity")});
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().startsWith(QStringLiteral("order_notification quantity found \"2.50\"")));

    wire.say(protocol::encode(
        protocol::Publish{QStringLiteral("ref-2"), event_type::order, {}, Audience()}));
    QCOMPARE(told.size(), 2);
    QVERIFY(told.last().contains(QStringLiteral("order_id: found nothing")));
}

void TestHub::publishWhileRedisIsAway()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(publishText(QStringLiteral("ref-1")));
    fixture.publisher.asked[0].stored(Error{QStringLiteral("Redis is away"), true});
    const auto refusal = std::get<protocol::Refusal>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(refusal.ref, QStringLiteral("ref-1"));
    QCOMPARE(refusal.code, QStringLiteral("unavailable"));
}

void TestHub::publisherGone()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    wire.say(publishText(QStringLiteral("ref-1")));
    const auto asked = fixture.publisher.asked[0];
    Q_EMIT wire.closed();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(fixture.hub->sessionCount(), 0);
    asked.stored(StreamId{7, 1}); // nobody left to tell
    fixture.hub.reset();
    asked.stored(StreamId{7, 1});
}

void TestHub::publishTooOften()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    const int burst = SessionLimits().publishesBurst;
    for (int i = 0; i <= burst; ++i)
        wire.say(publishText(QString::number(i)));
    QCOMPARE(fixture.publisher.asked.size(), burst);
    const auto refusal = std::get<protocol::Refusal>(*protocol::decodeServer(wire.texts.last()));
    QCOMPARE(refusal.code, QStringLiteral("too_many"));
    QVERIFY(!wire.closeCode);
}

void TestHub::countsOnlineEverywhere()
{
    HubFixture fixture;
    fixture.connectClassic(QStringLiteral("c"));
    fixture.connectLive(
        HubFixture::record(QStringLiteral("d"), Role::Viewer, {QStringLiteral("3")}));
    MemoryWire &wang = fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin));
    fixture.hub->setElsewhere([](const Audience &audience, bool needsOrders) {
        return audience.isEveryone() && !needsOrders ? 100 : 10;
    });
    wang.say(publishText(QStringLiteral("1")));
    wang.say(publishText(QStringLiteral("2"), {QStringLiteral("dept_3")}));
    fixture.publisher.asked[0].stored(StreamId{7, 1});
    fixture.publisher.asked[1].stored(StreamId{7, 2});
    const auto onlineOf = [&](qsizetype back) {
        return std::get<protocol::Ack>(
                   *protocol::decodeServer(wang.texts[wang.texts.size() - back]))
            .online;
    };
    QCOMPARE(onlineOf(2), 103);
    QCOMPARE(onlineOf(1), 11);
    int sessions = 0;
    for (const OnlineGroups &some : fixture.hub->online())
        sessions += some.sessions;
    QCOMPARE(sessions, 3);
}

void TestHub::rightsChange()
{
    HubFixture fixture;
    const UserRecord stays = HubFixture::record(QStringLiteral("stays"));
    UserRecord moves = HubFixture::record(QStringLiteral("moves"));
    const UserRecord goes = HubFixture::record(QStringLiteral("goes"));
    fixture.users.replace({stays, moves, goes});
    MemoryWire &staying = fixture.connectLive(stays);
    MemoryWire &moving = fixture.connectLive(moves);
    MemoryWire &going = fixture.connect(goes, Viewer::Dialect::Classic);
    moves.role = Role::Operator;
    fixture.users.replace({stays, moves});
    QVERIFY(!staying.closeCode);
    QCOMPARE(moving.closeCode, CloseCode::Reconnect);
    QCOMPARE(going.closeCode, CloseCode::Unauthorized);
    fixture.turn();
    QCOMPARE(fixture.hub->sessionCount(), 1);
}

void TestHub::rightsChangedMeansSnapshot()
{
    HubFixture fixture;
    UserRecord user = HubFixture::record(QStringLiteral("li"));
    fixture.users.replace({user});
    const StreamId had = fixture.appendOrder(1);
    user.departments = {QStringLiteral("3")};
    fixture.users.replace({user});
    const QByteArray hello = protocol::encode(
        protocol::Hello{protocol::Hello::Resume{QStringLiteral("e1"), had}, {}, {}, {}, {}});
    const auto syncAfterHello = [&](const UserRecord &who) {
        MemoryWire &wire = fixture.connect(who);
        wire.say(hello);
        return json(wire.texts.value(1)).value(QLatin1StringView("mode")).toString();
    };
    QCOMPARE(syncAfterHello(user), QStringLiteral("snapshot"));
    QCOMPARE(syncAfterHello(HubFixture::record(QStringLiteral("other"))), QStringLiteral("resume"));
}

void TestHub::goodbye()
{
    HubFixture fixture;
    QList<MemoryWire *> wires;
    for (int i = 0; i < 10; ++i)
        wires << &fixture.connectLive();
    wires << &fixture.connectClassic();
    QSignalSpy stopped(fixture.hub.get(), &Hub::stopped);
    QList<int> waits;
    fixture.hub->stop(QStringLiteral("the server is being updated"));
    for (MemoryWire *wire : wires) {
        QCOMPARE(wire->closeCode, CloseCode::GoingAway);
        const auto message = protocol::decodeServer(wire->texts.last());
        if (const auto *goodbye = std::get_if<protocol::Goodbye>(&*message))
            waits << goodbye->retryAfterMs;
    }
    QCOMPARE(waits.size(), 10);
    QVERIFY(waits.first() >= 1000);
    QVERIFY(waits.last() > waits.first() && waits.last() < 2100);
    fixture.turn();
    QCOMPARE(stopped.count(), 1);
}

/// The more there are, the longer: but 10,000 are back in time.
void TestHub::goodbyesAreSpread()
{
    HubOptions options;
    QVERIFY(2 * options.retryAfter + 10'000 * options.retrySpread <= 3500ms);
    options.retrySpread = 10ms;
    HubFixture fixture(1'000'000, options);
    for (int i = 0; i < 99; ++i)
        fixture.connectLive();
    const MemoryWire &last = fixture.connectLive();
    fixture.hub->stop(QStringLiteral("the server is being updated"));
    const auto goodbye = protocol::decodeServer(last.texts.last());
    QCOMPARE(std::get<protocol::Goodbye>(*goodbye).retryAfterMs, 1000 + 2000 * 99 / 100);
}

void TestHub::stopWithoutClients()
{
    HubFixture fixture;
    QSignalSpy stopped(fixture.hub.get(), &Hub::stopped);
    fixture.hub->stop(QStringLiteral("stopping"));
    fixture.turn();
    QCOMPARE(stopped.count(), 1);
    MemoryWire &late = fixture.connectClassic();
    QCOMPARE(late.closeCode, CloseCode::GoingAway);
}

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
