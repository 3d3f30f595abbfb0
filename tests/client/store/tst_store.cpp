// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/store.h"
#include "tests/client/store/sample_image.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::SourceState;
using protocol::Sync;

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void snapshotReplacesTheBookAtSynced();
    void eventsAmidASnapshotComeAfterIt();
    void incompleteSnapshotIsRefused_data();
    void incompleteSnapshotIsRefused();
    void brokenOffSnapshotLeavesNothing();
    void resumeReplays();
    void eventsAreAppliedOnce();
    void unknownTypesMoveThePosition();
    void importedEventsAreMarked();
    void importedSightsAreMarked();
    void ordersComeIntoSightAndLeaveIt();
    void pongMovesThePositionOnlyForward();
    void pongAmidASyncIsOfAnotherBook();

    void resumesOnlyAsTheSameUser();
    void restoresAnImage();
    void imageIsWhatWasRestored();

    void isStaleUnlessLiveWithASource();
    void timeStandsStillWhileStale();
    void aLostSourceIsStaleSinceItWasLost();
    void syncedWithALostSourceIsAsOldAsTheLoss();
    void usesTheServersClock();
    void lastChangeIsTheCrms();
    void lastChangeAfterASnapshotIsItsRows();
    void numbersAreTheServers();
    void baselineMovesWithTheDay();
    void crmIsSilentInWorkHoursOnly();
    void whatOthersAreToldBreaksTheSilence();
    void whatIsSeenAndNoNewsDoesNot();
    void shopDecidesWhatIsReady();
    void saysGoodbye();

private:
    protocol::ConnectionEstablished greeting() const;
    void goLive();
    void becomeSynced(Sync::Mode mode, StreamId position, const QList<Order> &orders = {});
    bool orderEvent(qint64 orderId, StreamId id, const QString &customer = {});
    void setState(ConnectionState state);
    void beSilentFor(std::chrono::minutes time);
    StreamId idNow() const;

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<Store> m_store;
};

void TestStore::init()
{
    // 2026-11-23 10:00 in Shanghai, a Monday.
    m_clock = std::make_unique<test::ManualClock>(test::at(1'795'399'200'000));
    m_store = std::make_unique<Store>(*m_clock);
}

protocol::ConnectionEstablished TestStore::greeting() const
{
    protocol::ConnectionEstablished message;
    message.user = QStringLiteral("lina");
    message.epoch = QStringLiteral("e1");
    message.time = m_clock->now();
    message.permissions = {QStringLiteral("view_orders")};
    message.groups = {QStringLiteral("user_lina")};
    message.shop = test::sampleShop();
    return message;
}

void TestStore::setState(ConnectionState state)
{
    ConnectionStatus status;
    status.state = state;
    m_store->setConnectionStatus(status);
}

void TestStore::becomeSynced(Sync::Mode mode, StreamId position, const QList<Order> &orders)
{
    setState(ConnectionState::Syncing);
    m_store->handle(Sync{mode, {}});
    if (mode == Sync::Mode::Snapshot)
        QVERIFY(m_store->handle(protocol::SnapshotPart{1, 1, orders, {}}));
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = position;
    QVERIFY(m_store->handle(synced));
    setState(ConnectionState::Live);
}

void TestStore::goLive()
{
    m_store->handle(greeting());
    becomeSynced(Sync::Mode::Snapshot, {100, 0}, {test::sampleOrder(1, 2)});
}

bool TestStore::orderEvent(qint64 orderId, StreamId id, const QString &customer)
{
    return m_store->handle(protocol::EventMessage{
        event_type::order,
        {{QStringLiteral("order_id"), orderId}, {QStringLiteral("customer_name"), customer}},
        id});
}

void TestStore::snapshotReplacesTheBookAtSynced()
{
    goLive();
    QSignalSpy replaced(m_store.get(), &Store::bookReplaced);
    QSignalSpy synced(m_store.get(), &Store::synced);
    m_store->handle(Sync{Sync::Mode::Snapshot, QStringLiteral("overtaken")});
    QVERIFY(m_store->handle(protocol::SnapshotPart{1, 2, {test::sampleOrder(2, 1)}, {}}));
    QVERIFY(m_store->handle(protocol::SnapshotPart{2, 2, {test::sampleOrder(3, 1)}, {}}));
    QVERIFY(m_store->book().order(1));
    QCOMPARE(replaced.count(), 0);
    QVERIFY(m_store->handle(protocol::Synced{QStringLiteral("e2"), {300, 0}, {}, {}, {}, {}}));
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(synced.count(), 1);
    QCOMPARE(synced.constFirst().constFirst().toBool(), false);
    QVERIFY(!m_store->book().order(1));
    QVERIFY(m_store->book().order(2));
    QVERIFY(m_store->book().order(3));
    QCOMPARE(m_store->book().epoch, QStringLiteral("e2"));
    QVERIFY(m_store->book().position == (StreamId{300, 0}));
}

void TestStore::eventsAmidASnapshotComeAfterIt()
{
    goLive();
    Order order = test::sampleOrder(2, 1);
    order.touched = {250, 0};
    m_store->handle(Sync{});
    QSignalSpy changed(m_store.get(), &Store::changed);
    QVERIFY(orderEvent(2, {250, 0}, QStringLiteral("in the snapshot already")));
    QVERIFY(orderEvent(2, {301, 0}, QStringLiteral("new")));
    m_store->handle(protocol::OrderSight{{302, 0}, 4, false, test::sampleOrder(4, 0)});
    QVERIFY(m_store->handle(protocol::SnapshotPart{1, 1, {order}, {}}));
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_store->handle(protocol::Synced{QStringLiteral("e1"), {300, 0}, {}, {}, {}, {}}));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_store->book().order(2)->customerName, QStringLiteral("new"));
    QVERIFY(m_store->book().order(4));
    QVERIFY(m_store->book().position == (StreamId{302, 0}));
}

void TestStore::incompleteSnapshotIsRefused_data()
{
    QTest::addColumn<QList<int>>("parts"); // of 3; 0 stands for synced
    QTest::newRow("no part") << QList<int>{0};
    QTest::newRow("the last missing") << QList<int>{1, 2, 0};
    QTest::newRow("one left out") << QList<int>{1, 3};
    QTest::newRow("one twice") << QList<int>{1, 1};
    QTest::newRow("one too many") << QList<int>{1, 2, 3, 4};
}

void TestStore::incompleteSnapshotIsRefused()
{
    QFETCH(QList<int>, parts);
    goLive();
    m_store->handle(Sync{});
    const int last = parts.takeLast();
    for (const int part : std::as_const(parts))
        QVERIFY(m_store->handle(protocol::SnapshotPart{part, 3, {}, {}}));
    if (last == 0)
        QVERIFY(!m_store->handle(protocol::Synced()));
    else
        QVERIFY(!m_store->handle(protocol::SnapshotPart{last, 3, {}, {}}));
    QVERIFY(m_store->book().order(1));
}

void TestStore::brokenOffSnapshotLeavesNothing()
{
    goLive();
    m_store->handle(Sync{});
    QVERIFY(m_store->handle(protocol::SnapshotPart{1, 2, {test::sampleOrder(2, 1)}, {}}));
    m_store->handle(greeting()); // the connection was cut and came back
    QVERIFY(m_store->book().order(1));
    QVERIFY(!m_store->handle(protocol::SnapshotPart{2, 2, {}, {}}));
    m_store->handle(Sync{Sync::Mode::Resume, {}});
    QVERIFY(orderEvent(5, {101, 0}));
    QVERIFY(m_store->book().order(5));
}

void TestStore::resumeReplays()
{
    goLive();
    QSignalSpy replaced(m_store.get(), &Store::bookReplaced);
    QSignalSpy synced(m_store.get(), &Store::synced);
    m_store->handle(greeting());
    m_store->handle(Sync{Sync::Mode::Resume, {}});
    QVERIFY(m_store->isReplaying());
    QVERIFY(orderEvent(2, {150, 0}));
    m_store->handle(protocol::Synced{QStringLiteral("e1"), {160, 0}, {}, {}, {}, {}});
    QVERIFY(!m_store->isReplaying());
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(synced.constFirst().constFirst().toBool(), true);
    QVERIFY(m_store->book().order(1));
    QVERIFY(m_store->book().order(2));
    QVERIFY(m_store->book().position == (StreamId{160, 0}));
}

void TestStore::eventsAreAppliedOnce()
{
    goLive();
    QSignalSpy arrived(m_store.get(), &Store::eventArrived);
    orderEvent(2, {101, 0}, QStringLiteral("A"));
    orderEvent(2, {101, 0}, QStringLiteral("B"));
    orderEvent(2, {100, 9}, QStringLiteral("C"));
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(m_store->book().order(2)->customerName, QStringLiteral("A"));
}

void TestStore::unknownTypesMoveThePosition()
{
    goLive();
    const Book before = m_store->book();
    QSignalSpy arrived(m_store.get(), &Store::eventArrived);
    m_store->handle(protocol::EventMessage{QStringLiteral("machine_stopped"), {}, {101, 0}});
    QCOMPARE(arrived.count(), 1);
    QVERIFY(m_store->book().position == (StreamId{101, 0}));
    QVERIFY(m_store->book().orders() == before.orders());
    QVERIFY(m_store->handle(protocol::UnknownMessage{}));
}

void TestStore::importedEventsAreMarked()
{
    goLive();
    Change seen;
    connect(m_store.get(), &Store::eventArrived, this,
            [&seen](const Event &event, const Change &change) {
                QVERIFY(event.isImported());
                seen = change;
            });
    m_store->handle(protocol::EventMessage{
        event_type::order, {{QStringLiteral("order_id"), 9}}, {101, 0}, true});
    QVERIFY(seen.imported);
    QVERIFY(m_store->book().order(9));
}

void TestStore::importedSightsAreMarked()
{
    goLive();
    QList<bool> imported;
    connect(m_store.get(), &Store::changed, this,
            [&imported](const Change &change) { imported.append(change.imported); });
    const OptionalMoment heard = m_store->lastHeard();
    m_store->handle(protocol::OrderSight{{101, 0}, 8, false, test::sampleOrder(8, 2), true});
    m_store->handle(protocol::OrderSight{{102, 0}, 8, true, {}, true});
    QVERIFY(m_store->lastHeard() == heard); // it was not the CRM
    m_store->handle(protocol::OrderSight{{103, 0}, 8, false, test::sampleOrder(8, 2), false});
    QCOMPARE(imported, QList<bool>({true, true, false}));
}

void TestStore::ordersComeIntoSightAndLeaveIt()
{
    goLive();
    QSignalSpy changed(m_store.get(), &Store::changed);
    m_store->handle(protocol::OrderSight{{101, 0}, 8, false, test::sampleOrder(8, 2)});
    QVERIFY(m_store->book().order(8));
    m_store->handle(protocol::OrderSight{{102, 0}, 8, true, {}});
    QVERIFY(!m_store->book().order(8));
    QCOMPARE(changed.count(), 2);
    QVERIFY(m_store->book().position == (StreamId{102, 0}));
}

void TestStore::pongMovesThePositionOnlyForward()
{
    goLive();
    m_store->handle(protocol::Pong{m_clock->now(), {200, 0}});
    QVERIFY(m_store->book().position == (StreamId{200, 0}));
    m_store->handle(protocol::Pong{m_clock->now(), {150, 0}});
    QVERIFY(m_store->book().position == (StreamId{200, 0}));
}

void TestStore::pongAmidASyncIsOfAnotherBook()
{
    goLive();
    m_store->handle(Sync{});
    m_store->handle(protocol::Pong{m_clock->now(), {900, 0}});
    QVERIFY(m_store->book().position == (StreamId{100, 0}));
}

void TestStore::resumesOnlyAsTheSameUser()
{
    QVERIFY(!m_store->resumePoint());
    goLive();
    QCOMPARE(m_store->resumePoint()->epoch, QStringLiteral("e1"));
    QVERIFY(m_store->resumePoint()->position == (StreamId{100, 0}));
    auto other = greeting();
    other.groups.append(QStringLiteral("dept_3"));
    m_store->handle(other);
    QVERIFY(!m_store->resumePoint());
    m_store->handle(greeting());
    QVERIFY(m_store->resumePoint());
}

void TestStore::restoresAnImage()
{
    QSignalSpy replaced(m_store.get(), &Store::bookReplaced);
    const StoreImage image = test::sampleImage(5, 2);
    m_store->restore(image);
    QCOMPARE(replaced.count(), 1);
    QVERIFY(m_store->book() == image.book);
    QVERIFY(m_store->isStale());
    QVERIFY(m_store->boardNow() == *image.dataAsOf);
    QVERIFY(m_store->lastChange() == image.lastChange);
    QCOMPARE(m_store->zone().id(), QByteArray("Asia/Shanghai"));
    QCOMPARE(m_store->userName(), QStringLiteral("lina"));
    QVERIFY(m_store->resumePoint());
}

void TestStore::imageIsWhatWasRestored()
{
    const StoreImage image = test::sampleImage(5, 2);
    m_store->restore(image);
    const StoreImage again = m_store->image();
    QVERIFY(again.book == image.book);
    QCOMPARE(again.stats, image.stats);
    QCOMPARE(again.dayStart, image.dayStart);
    QCOMPARE(again.dayStats, image.dayStats);
    QVERIFY(again.shop == image.shop);
    QCOMPARE(again.user, image.user);
    QCOMPARE(again.permissions, image.permissions);
    QCOMPARE(again.groups, image.groups);
    QVERIFY(again.dataAsOf == image.dataAsOf);
    QVERIFY(again.lastChange == image.lastChange);
}

void TestStore::isStaleUnlessLiveWithASource()
{
    QVERIFY(m_store->isStale());
    goLive();
    QVERIFY(!m_store->isStale());
    m_store->handle(protocol::SourceChanged{{SourceState::Lost, m_clock->now()}});
    QVERIFY(m_store->isStale());
    m_store->handle(protocol::SourceChanged{{SourceState::Live, m_clock->now()}});
    QVERIFY(!m_store->isStale());
    setState(ConnectionState::Waiting);
    QVERIFY(m_store->isStale());
}

void TestStore::timeStandsStillWhileStale()
{
    goLive();
    m_clock->advance(20s);
    m_store->noteAlive();
    const Moment lastAlive = m_clock->now();
    m_clock->advance(5s);
    setState(ConnectionState::Waiting);
    m_clock->advance(24h);
    m_store->noteAlive();
    QVERIFY(m_store->dataAsOf() == lastAlive);
    QVERIFY(m_store->boardNow() == lastAlive);
    QVERIFY(m_store->now() == m_clock->now());
    QCOMPARE(m_store->today(), QDate(2026, 11, 23));
    m_store->handle(greeting());
    becomeSynced(Sync::Mode::Resume, {100, 0});
    QVERIFY(m_store->boardNow() == m_clock->now());
    QCOMPARE(m_store->today(), QDate(2026, 11, 24));
}

void TestStore::aLostSourceIsStaleSinceItWasLost()
{
    goLive();
    m_clock->advance(10s);
    m_store->noteAlive();
    const Moment lost = m_clock->now() - 4s;
    m_store->handle(protocol::SourceChanged{{SourceState::Lost, lost}});
    m_clock->advance(60s);
    m_store->noteAlive();
    QVERIFY(m_store->dataAsOf() == lost);
    QVERIFY(m_store->boardNow() == lost);
}

void TestStore::syncedWithALostSourceIsAsOldAsTheLoss()
{
    auto hello = greeting();
    hello.source = {SourceState::Lost, m_clock->now() - 1h};
    m_store->handle(hello);
    m_store->handle(Sync{});
    QVERIFY(m_store->handle(protocol::SnapshotPart{1, 1, {}, {}}));
    m_store->handle(protocol::Synced{QStringLiteral("e1"), {1, 0}, {}, {}, {}, hello.source});
    setState(ConnectionState::Live);
    QVERIFY(m_store->isStale());
    QVERIFY(m_store->dataAsOf() == m_clock->now() - 1h);
}

void TestStore::usesTheServersClock()
{
    auto hello = greeting();
    hello.time = m_clock->now() + 5min;
    m_store->handle(hello);
    QVERIFY(m_store->isClockWrong());
    QCOMPARE(m_store->clockOffset(), std::chrono::milliseconds(5min));
    QVERIFY(m_store->now() == m_clock->now() + 5min);
    m_store->handle(protocol::Pong{m_clock->now(), {}});
    QVERIFY(!m_store->isClockWrong());
}

void TestStore::lastChangeIsTheCrms()
{
    goLive();
    const auto event = [this](QLatin1StringView type, quint64 ms, bool imported) {
        m_store->handle(protocol::EventMessage{
            type, {{QStringLiteral("message"), QStringLiteral("x")}}, {ms, 0}, imported});
    };
    event(event_type::order, 1'795'399'000'000, false);
    orderEvent(1, {1'795'399'000'001, 0});
    const auto crm = m_store->lastChange();
    QVERIFY(crm == test::at(1'795'399'000'001));
    event(event_type::notice, 1'795'399'000'002, false);
    event(QLatin1StringView("other"), 1'795'399'000'003, true);
    QVERIFY(m_store->lastChange() == crm);
    event(QLatin1StringView("other"), 1'795'399'000'004, false);
    QVERIFY(m_store->lastChange() == test::at(1'795'399'000'004));
}

void TestStore::lastChangeAfterASnapshotIsItsRows()
{
    m_store->handle(greeting());
    Order order = test::sampleOrder(1, 2);
    order.steps[1].touched = {1'795'399'111'000, 3};
    becomeSynced(Sync::Mode::Snapshot, {1'795'399'200'000, 0}, {order});
    QVERIFY(m_store->lastChange() == test::at(1'795'399'111'000));
    becomeSynced(Sync::Mode::Snapshot, {1'795'399'200'000, 0}, {});
    QVERIFY(m_store->lastChange() == test::at(1'795'399'111'000));
}

void TestStore::numbersAreTheServers()
{
    goLive();
    QSignalSpy stats(m_store.get(), &Store::statsChanged);
    const QJsonObject numbers{{QStringLiteral("total_orders"), 4711}};
    m_store->handle(protocol::Numbers{numbers});
    m_store->handle(protocol::Numbers{numbers});
    QCOMPARE(stats.count(), 1);
    QCOMPARE(m_store->stats(), numbers);
}

void TestStore::baselineMovesWithTheDay()
{
    m_store->handle(greeting());
    setState(ConnectionState::Syncing);
    m_store->handle(Sync{Sync::Mode::Resume, {}});
    protocol::Synced synced;
    synced.stats = {{QStringLiteral("total_orders"), 10}};
    synced.dayStart = QDate(2026, 11, 23);
    synced.dayStats = {{QStringLiteral("total_orders"), 8}};
    m_store->handle(synced);
    setState(ConnectionState::Live);

    m_clock->advance(21h); // 07:00: the shop's day begins at 08:00
    m_store->handle(protocol::Pong{m_clock->now(), {}});
    QCOMPARE(m_store->dayStats(), synced.dayStats);
    m_clock->advance(1h);
    m_store->handle(protocol::Numbers{{{QStringLiteral("total_orders"), 11}}});
    QCOMPARE(m_store->dayStart(), QDate(2026, 11, 24));
    QCOMPARE(m_store->dayStats(), synced.stats);
}

void TestStore::crmIsSilentInWorkHoursOnly()
{
    m_store->handle(greeting());
    // Last heard of at 09:30; quiet_after is an hour.
    Order order = test::sampleOrder(1, 0);
    order.touched = {1'795'397'400'000, 0};
    becomeSynced(Sync::Mode::Snapshot, {1'795'397'400'000, 0}, {order});
    QVERIFY(!m_store->isCrmSilent());
    m_clock->advance(29min);
    QVERIFY(!m_store->isCrmSilent());
    m_clock->advance(1min); // 10:30
    QVERIFY(m_store->isCrmSilent());
    m_clock->advance(2h); // lunch
    QVERIFY(!m_store->isCrmSilent());
    m_clock->advance(90min); // 14:00
    QVERIFY(m_store->isCrmSilent());
    setState(ConnectionState::Waiting);
    QVERIFY(!m_store->isCrmSilent());
    setState(ConnectionState::Live);
    orderEvent(1, {quint64(m_clock->now().time_since_epoch().count()), 0});
    QVERIFY(!m_store->isCrmSilent());
}

/// Since 10:00 everything is heard of; quiet_after is an hour, the lunch begins at 12:00.
void TestStore::beSilentFor(std::chrono::minutes time)
{
    m_store->handle(greeting());
    Order order = test::sampleOrder(1, 0);
    order.touched = idNow();
    becomeSynced(Sync::Mode::Snapshot, idNow(), {order});
    m_clock->advance(time);
}

StreamId TestStore::idNow() const
{
    return {quint64(m_clock->now().time_since_epoch().count()), 0};
}

void TestStore::whatOthersAreToldBreaksTheSilence()
{
    beSilentFor(61min);
    QVERIFY(m_store->isCrmSilent());
    const OptionalMoment seen = m_store->lastChange();

    // Events for other groups, and everybody's numbers: nothing but the position tells of them.
    m_store->handle(protocol::Numbers{{{QStringLiteral("total_orders"), 2}}});
    m_store->handle(protocol::Pong{m_clock->now(), idNow()});
    QVERIFY(!m_store->isCrmSilent());
    QCOMPARE(m_store->lastHeard(), OptionalMoment(m_clock->now()));
    QCOMPARE(m_store->lastChange(), seen); // of this board nothing changed

    m_clock->advance(30min);
    m_store->handle(protocol::OrderSight{idNow(), 1, true, {}});
    m_clock->advance(29min); // 12:00
    QVERIFY(!m_store->isCrmSilent());

    // While we were away: resumed at a position nothing that came had.
    m_clock->advance(3h);
    setState(ConnectionState::Waiting);
    m_store->handle(greeting());
    becomeSynced(Sync::Mode::Resume, idNow());
    QVERIFY(!m_store->isCrmSilent());
}

void TestStore::whatIsSeenAndNoNewsDoesNot()
{
    beSilentFor(61min);
    m_store->handle(protocol::Pong{m_clock->now(), m_store->book().position}); // has not moved
    QVERIFY(m_store->isCrmSilent());
    m_store->handle(protocol::EventMessage{
        event_type::notice, {{QStringLiteral("message"), QStringLiteral("19:00")}}, idNow()});
    m_store->handle(protocol::Pong{m_clock->now(), idNow()});
    QVERIFY(m_store->isCrmSilent()); // people talk, the CRM does not
}

void TestStore::shopDecidesWhatIsReady()
{
    goLive();
    QCOMPARE(m_store->ready().joinSteps(), QSet<QString>{QStringLiteral("打包")});
    QSignalSpy shop(m_store.get(), &Store::shopChanged);
    auto hello = greeting();
    m_store->handle(hello);
    QCOMPARE(shop.count(), 0);
    hello.shop.joinSteps.clear();
    m_store->handle(hello);
    QCOMPARE(shop.count(), 1);
    QVERIFY(m_store->ready().joinSteps().isEmpty());
}

void TestStore::saysGoodbye()
{
    goLive();
    QSignalSpy goodbye(m_store.get(), &Store::goodbyeReceived);
    m_store->handle(protocol::Goodbye{QStringLiteral("restart"), 1000});
    QCOMPARE(goodbye.constFirst().constFirst().toString(), QStringLiteral("restart"));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
