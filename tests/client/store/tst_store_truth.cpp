// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/store/greeted_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::SourceState;
using protocol::Sync;

class TestStoreTruth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_own = std::make_unique<test::GreetedStore>(); }

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
    void beSilentFor(std::chrono::minutes time);

    std::unique_ptr<test::GreetedStore> m_own;
};

void TestStoreTruth::isStaleUnlessLiveWithASource()
{
    QVERIFY(m_own->store.isStale());
    m_own->goLive();
    QVERIFY(!m_own->store.isStale());
    m_own->store.handle(protocol::SourceChanged{{SourceState::Lost, m_own->clock.now()}});
    QVERIFY(m_own->store.isStale());
    m_own->store.handle(protocol::SourceChanged{{SourceState::Live, m_own->clock.now()}});
    QVERIFY(!m_own->store.isStale());
    m_own->setState(ConnectionState::Waiting);
    QVERIFY(m_own->store.isStale());
}

void TestStoreTruth::timeStandsStillWhileStale()
{
    m_own->goLive();
    m_own->clock.advance(20s);
    m_own->store.noteAlive();
    const Moment lastAlive = m_own->clock.now();
    m_own->clock.advance(5s);
    m_own->setState(ConnectionState::Waiting);
    m_own->clock.advance(24h);
    m_own->store.noteAlive();
    QVERIFY(m_own->store.dataAsOf() == lastAlive);
    QVERIFY(m_own->store.boardNow() == lastAlive);
    QVERIFY(m_own->store.now() == m_own->clock.now());
    QCOMPARE(m_own->store.today(), QDate(2026, 11, 23));
    m_own->store.handle(m_own->greeting());
    m_own->becomeSynced(Sync::Mode::Resume, {100, 0});
    QVERIFY(m_own->store.boardNow() == m_own->clock.now());
    QCOMPARE(m_own->store.today(), QDate(2026, 11, 24));
}

void TestStoreTruth::aLostSourceIsStaleSinceItWasLost()
{
    m_own->goLive();
    m_own->clock.advance(10s);
    m_own->store.noteAlive();
    const Moment lost = m_own->clock.now() - 4s;
    m_own->store.handle(protocol::SourceChanged{{SourceState::Lost, lost}});
    m_own->clock.advance(60s);
    m_own->store.noteAlive();
    QVERIFY(m_own->store.dataAsOf() == lost);
    QVERIFY(m_own->store.boardNow() == lost);
}

void TestStoreTruth::syncedWithALostSourceIsAsOldAsTheLoss()
{
    auto hello = m_own->greeting();
    hello.source = {SourceState::Lost, m_own->clock.now() - 1h};
    m_own->store.handle(hello);
    m_own->store.handle(Sync{});
    QVERIFY(m_own->store.handle(protocol::SnapshotPart{1, 1, {}, {}}));
    m_own->store.handle(protocol::Synced{QStringLiteral("e1"), {1, 0}, {}, {}, {}, hello.source});
    m_own->setState(ConnectionState::Live);
    QVERIFY(m_own->store.isStale());
    QVERIFY(m_own->store.dataAsOf() == m_own->clock.now() - 1h);
}

void TestStoreTruth::usesTheServersClock()
{
    auto hello = m_own->greeting();
    hello.time = m_own->clock.now() + 5min;
    m_own->store.handle(hello);
    QVERIFY(m_own->store.isClockWrong());
    QCOMPARE(m_own->store.clockOffset(), std::chrono::milliseconds(5min));
    QVERIFY(m_own->store.now() == m_own->clock.now() + 5min);
    m_own->store.handle(protocol::Pong{m_own->clock.now(), {}});
    QVERIFY(!m_own->store.isClockWrong());
}

void TestStoreTruth::lastChangeIsTheCrms()
{
    m_own->goLive();
    const auto event = [this](QLatin1StringView type, quint64 ms, bool imported) {
        m_own->store.handle(protocol::EventMessage{
            type, {{QStringLiteral("message"), QStringLiteral("x")}}, {ms, 0}, imported});
    };
    event(event_type::order, 1'795'399'000'000, false);
    m_own->orderEvent(1, {1'795'399'000'001, 0});
    const auto crm = m_own->store.lastChange();
    QVERIFY(crm == test::at(1'795'399'000'001));
    event(event_type::notice, 1'795'399'000'002, false);
    event(QLatin1StringView("other"), 1'795'399'000'003, true);
    QVERIFY(m_own->store.lastChange() == crm);
    event(QLatin1StringView("other"), 1'795'399'000'004, false);
    QVERIFY(m_own->store.lastChange() == test::at(1'795'399'000'004));
}

void TestStoreTruth::lastChangeAfterASnapshotIsItsRows()
{
    m_own->store.handle(m_own->greeting());
    Order order = test::sampleOrder(1, 2);
    order.steps[1].touched = {1'795'399'111'000, 3};
    m_own->becomeSynced(Sync::Mode::Snapshot, {1'795'399'200'000, 0}, {order});
    QVERIFY(m_own->store.lastChange() == test::at(1'795'399'111'000));
    m_own->becomeSynced(Sync::Mode::Snapshot, {1'795'399'200'000, 0}, {});
    QVERIFY(m_own->store.lastChange() == test::at(1'795'399'111'000));
}

void TestStoreTruth::numbersAreTheServers()
{
    m_own->goLive();
    QSignalSpy stats(&m_own->store, &Store::statsChanged);
    const QJsonObject numbers{{QStringLiteral("total_orders"), 4711}};
    m_own->store.handle(protocol::Numbers{numbers});
    m_own->store.handle(protocol::Numbers{numbers});
    QCOMPARE(stats.count(), 1);
    QCOMPARE(m_own->store.stats(), numbers);
}

void TestStoreTruth::baselineMovesWithTheDay()
{
    m_own->store.handle(m_own->greeting());
    m_own->setState(ConnectionState::Syncing);
    m_own->store.handle(Sync{Sync::Mode::Resume, {}});
    protocol::Synced synced;
    synced.stats = {{QStringLiteral("total_orders"), 10}};
    synced.dayStart = QDate(2026, 11, 23);
    synced.dayStats = {{QStringLiteral("total_orders"), 8}};
    m_own->store.handle(synced);
    m_own->setState(ConnectionState::Live);

    m_own->clock.advance(21h); // 07:00: the shop's day begins at 08:00
    m_own->store.handle(protocol::Pong{m_own->clock.now(), {}});
    QCOMPARE(m_own->store.dayStats(), synced.dayStats);
    m_own->clock.advance(1h);
    m_own->store.handle(protocol::Numbers{{{QStringLiteral("total_orders"), 11}}});
    QCOMPARE(m_own->store.dayStart(), QDate(2026, 11, 24));
    QCOMPARE(m_own->store.dayStats(), synced.stats);
}

void TestStoreTruth::crmIsSilentInWorkHoursOnly()
{
    m_own->store.handle(m_own->greeting());
    // Last heard of at 09:30; quiet_after is an hour.
    Order order = test::sampleOrder(1, 0);
    order.touched = {1'795'397'400'000, 0};
    m_own->becomeSynced(Sync::Mode::Snapshot, {1'795'397'400'000, 0}, {order});
    QVERIFY(!m_own->store.isCrmSilent());
    m_own->clock.advance(29min);
    QVERIFY(!m_own->store.isCrmSilent());
    m_own->clock.advance(1min); // 10:30
    QVERIFY(m_own->store.isCrmSilent());
    m_own->clock.advance(2h); // lunch
    QVERIFY(!m_own->store.isCrmSilent());
    m_own->clock.advance(90min); // 14:00
    QVERIFY(m_own->store.isCrmSilent());
    m_own->setState(ConnectionState::Waiting);
    QVERIFY(!m_own->store.isCrmSilent());
    m_own->setState(ConnectionState::Live);
    m_own->orderEvent(1, {quint64(m_own->clock.now().time_since_epoch().count()), 0});
    QVERIFY(!m_own->store.isCrmSilent());
}

void TestStoreTruth::beSilentFor(std::chrono::minutes time)
{
    m_own->store.handle(m_own->greeting());
    Order order = test::sampleOrder(1, 0);
    order.touched = m_own->idNow();
    m_own->becomeSynced(Sync::Mode::Snapshot, m_own->idNow(), {order});
    m_own->clock.advance(time);
}

void TestStoreTruth::whatOthersAreToldBreaksTheSilence()
{
    beSilentFor(61min);
    QVERIFY(m_own->store.isCrmSilent());
    const OptionalMoment seen = m_own->store.lastChange();

    // Events for other groups, and everybody's numbers: nothing but the position tells of them.
    m_own->store.handle(protocol::Numbers{{{QStringLiteral("total_orders"), 2}}});
    m_own->store.handle(protocol::Pong{m_own->clock.now(), m_own->idNow()});
    QVERIFY(!m_own->store.isCrmSilent());
    QCOMPARE(m_own->store.lastHeard(), OptionalMoment(m_own->clock.now()));
    QCOMPARE(m_own->store.lastChange(), seen); // of this board nothing changed

    m_own->clock.advance(30min);
    m_own->store.handle(protocol::OrderSight{m_own->idNow(), 1, true, {}});
    m_own->clock.advance(29min); // 12:00
    QVERIFY(!m_own->store.isCrmSilent());

    // While we were away: resumed at a position nothing that came had.
    m_own->clock.advance(3h);
    m_own->setState(ConnectionState::Waiting);
    m_own->store.handle(m_own->greeting());
    m_own->becomeSynced(Sync::Mode::Resume, m_own->idNow());
    QVERIFY(!m_own->store.isCrmSilent());
}

void TestStoreTruth::whatIsSeenAndNoNewsDoesNot()
{
    beSilentFor(61min);
    // has not moved
    m_own->store.handle(protocol::Pong{m_own->clock.now(), m_own->store.book().position});
    QVERIFY(m_own->store.isCrmSilent());
    m_own->store.handle(
        protocol::EventMessage{event_type::notice,
                               {{QStringLiteral("message"), QStringLiteral("19:00")}},
                               m_own->idNow()});
    m_own->store.handle(protocol::Pong{m_own->clock.now(), m_own->idNow()});
    QVERIFY(m_own->store.isCrmSilent()); // people talk, the CRM does not
}

void TestStoreTruth::shopDecidesWhatIsReady()
{
    m_own->goLive();
    QCOMPARE(m_own->store.ready().joinSteps(), QSet<QString>{QStringLiteral("打包")});
    QSignalSpy shop(&m_own->store, &Store::shopChanged);
    auto hello = m_own->greeting();
    m_own->store.handle(hello);
    QCOMPARE(shop.count(), 0);
    hello.shop.joinSteps.clear();
    m_own->store.handle(hello);
    QCOMPARE(shop.count(), 1);
    QVERIFY(m_own->store.ready().joinSteps().isEmpty());
}

void TestStoreTruth::saysGoodbye()
{
    m_own->goLive();
    QSignalSpy goodbye(&m_own->store, &Store::goodbyeReceived);
    m_own->store.handle(protocol::Goodbye{QStringLiteral("restart"), 1000});
    QCOMPARE(goodbye.constFirst().constFirst().toString(), QStringLiteral("restart"));
}

QTEST_GUILESS_MAIN(TestStoreTruth)
#include "tst_store_truth.moc"
