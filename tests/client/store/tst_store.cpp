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

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_own = std::make_unique<test::GreetedStore>(); }

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
    void resumesOnlyWithTheSameFields();
    void knowsHowOthersSeeTheUser();
    void restoresAnImage();
    void imageIsWhatWasRestored();
    void anotherServersUnreadAreNews();

private:
    std::unique_ptr<test::GreetedStore> m_own;
};

void TestStore::snapshotReplacesTheBookAtSynced()
{
    m_own->goLive();
    QSignalSpy replaced(&m_own->store, &Store::bookReplaced);
    QSignalSpy synced(&m_own->store, &Store::synced);
    m_own->store.handle(Sync{Sync::Mode::Snapshot, QStringLiteral("overtaken")});
    QVERIFY(m_own->store.handle(protocol::SnapshotPart{1, 2, {test::sampleOrder(2, 1)}, {}}));
    QVERIFY(m_own->store.handle(protocol::SnapshotPart{2, 2, {test::sampleOrder(3, 1)}, {}}));
    QVERIFY(m_own->store.book().order(1));
    QCOMPARE(replaced.count(), 0);
    QVERIFY(m_own->store.handle(protocol::Synced{QStringLiteral("e2"), {300, 0}, {}, {}, {}, {}}));
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(synced.count(), 1);
    QCOMPARE(synced.constFirst().constFirst().toBool(), false);
    QVERIFY(!m_own->store.book().order(1));
    QVERIFY(m_own->store.book().order(2));
    QVERIFY(m_own->store.book().order(3));
    QCOMPARE(m_own->store.book().epoch, QStringLiteral("e2"));
    QVERIFY(m_own->store.book().position == (StreamId{300, 0}));
}

void TestStore::eventsAmidASnapshotComeAfterIt()
{
    m_own->goLive();
    Order order = test::sampleOrder(2, 1);
    order.touched = {250, 0};
    m_own->store.handle(Sync{});
    QSignalSpy changed(&m_own->store, &Store::changed);
    QVERIFY(m_own->orderEvent(2, {250, 0}, QStringLiteral("in the snapshot already")));
    QVERIFY(m_own->orderEvent(2, {301, 0}, QStringLiteral("new")));
    m_own->store.handle(protocol::OrderSight{{302, 0}, 4, false, test::sampleOrder(4, 0)});
    QVERIFY(m_own->store.handle(protocol::SnapshotPart{1, 1, {order}, {}}));
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_own->store.handle(protocol::Synced{QStringLiteral("e1"), {300, 0}, {}, {}, {}, {}}));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_own->store.book().order(2)->customerName, QStringLiteral("new"));
    QVERIFY(m_own->store.book().order(4));
    QVERIFY(m_own->store.book().position == (StreamId{302, 0}));
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
    m_own->goLive();
    m_own->store.handle(Sync{});
    const int last = parts.takeLast();
    for (const int part : std::as_const(parts))
        QVERIFY(m_own->store.handle(protocol::SnapshotPart{part, 3, {}, {}}));
    if (last == 0)
        QVERIFY(!m_own->store.handle(protocol::Synced()));
    else
        QVERIFY(!m_own->store.handle(protocol::SnapshotPart{last, 3, {}, {}}));
    QVERIFY(m_own->store.book().order(1));
}

void TestStore::brokenOffSnapshotLeavesNothing()
{
    m_own->goLive();
    m_own->store.handle(Sync{});
    QVERIFY(m_own->store.handle(protocol::SnapshotPart{1, 2, {test::sampleOrder(2, 1)}, {}}));
    m_own->store.handle(m_own->greeting()); // the connection was cut and came back
    QVERIFY(m_own->store.book().order(1));
    QVERIFY(!m_own->store.handle(protocol::SnapshotPart{2, 2, {}, {}}));
    m_own->store.handle(Sync{Sync::Mode::Resume, {}});
    QVERIFY(m_own->orderEvent(5, {101, 0}));
    QVERIFY(m_own->store.book().order(5));
}

void TestStore::resumeReplays()
{
    m_own->goLive();
    QSignalSpy replaced(&m_own->store, &Store::bookReplaced);
    QSignalSpy synced(&m_own->store, &Store::synced);
    m_own->store.handle(m_own->greeting());
    m_own->store.handle(Sync{Sync::Mode::Resume, {}});
    QVERIFY(m_own->store.isReplaying());
    QVERIFY(m_own->orderEvent(2, {150, 0}));
    m_own->store.handle(protocol::Synced{QStringLiteral("e1"), {160, 0}, {}, {}, {}, {}});
    QVERIFY(!m_own->store.isReplaying());
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(synced.constFirst().constFirst().toBool(), true);
    QVERIFY(m_own->store.book().order(1));
    QVERIFY(m_own->store.book().order(2));
    QVERIFY(m_own->store.book().position == (StreamId{160, 0}));
}

void TestStore::eventsAreAppliedOnce()
{
    m_own->goLive();
    QSignalSpy arrived(&m_own->store, &Store::eventArrived);
    m_own->orderEvent(2, {101, 0}, QStringLiteral("A"));
    m_own->orderEvent(2, {101, 0}, QStringLiteral("B"));
    m_own->orderEvent(2, {100, 9}, QStringLiteral("C"));
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(m_own->store.book().order(2)->customerName, QStringLiteral("A"));
}

void TestStore::unknownTypesMoveThePosition()
{
    m_own->goLive();
    const Book before = m_own->store.book();
    QSignalSpy arrived(&m_own->store, &Store::eventArrived);
    m_own->store.handle(protocol::EventMessage{QStringLiteral("machine_stopped"), {}, {101, 0}});
    QCOMPARE(arrived.count(), 1);
    QVERIFY(m_own->store.book().position == (StreamId{101, 0}));
    QVERIFY(m_own->store.book().orders() == before.orders());
    QVERIFY(m_own->store.handle(protocol::UnknownMessage{}));
}

void TestStore::importedEventsAreMarked()
{
    m_own->goLive();
    Change seen;
    connect(&m_own->store, &Store::eventArrived, this,
            [&seen](const Event &event, const Change &change) {
                QVERIFY(event.isImported());
                seen = change;
            });
    m_own->store.handle(protocol::EventMessage{
        event_type::order, {{QStringLiteral("order_id"), 9}}, {101, 0}, true});
    QVERIFY(seen.imported);
    QVERIFY(m_own->store.book().order(9));
}

void TestStore::importedSightsAreMarked()
{
    m_own->goLive();
    QList<bool> imported;
    connect(&m_own->store, &Store::changed, this,
            [&imported](const Change &change) { imported.append(change.imported); });
    const OptionalMoment heard = m_own->store.lastHeard();
    m_own->store.handle(protocol::OrderSight{{101, 0}, 8, false, test::sampleOrder(8, 2), true});
    m_own->store.handle(protocol::OrderSight{{102, 0}, 8, true, {}, true});
    QVERIFY(m_own->store.lastHeard() == heard); // it was not the CRM
    m_own->store.handle(protocol::OrderSight{{103, 0}, 8, false, test::sampleOrder(8, 2), false});
    QCOMPARE(imported, QList<bool>({true, true, false}));
}

void TestStore::ordersComeIntoSightAndLeaveIt()
{
    m_own->goLive();
    QSignalSpy changed(&m_own->store, &Store::changed);
    m_own->store.handle(protocol::OrderSight{{101, 0}, 8, false, test::sampleOrder(8, 2)});
    QVERIFY(m_own->store.book().order(8));
    m_own->store.handle(protocol::OrderSight{{102, 0}, 8, true, {}});
    QVERIFY(!m_own->store.book().order(8));
    QCOMPARE(changed.count(), 2);
    QVERIFY(m_own->store.book().position == (StreamId{102, 0}));
}

void TestStore::pongMovesThePositionOnlyForward()
{
    m_own->goLive();
    m_own->store.handle(protocol::Pong{m_own->clock.now(), {200, 0}});
    QVERIFY(m_own->store.book().position == (StreamId{200, 0}));
    m_own->store.handle(protocol::Pong{m_own->clock.now(), {150, 0}});
    QVERIFY(m_own->store.book().position == (StreamId{200, 0}));
}

void TestStore::pongAmidASyncIsOfAnotherBook()
{
    m_own->goLive();
    m_own->store.handle(Sync{});
    m_own->store.handle(protocol::Pong{m_own->clock.now(), {900, 0}});
    QVERIFY(m_own->store.book().position == (StreamId{100, 0}));
}

void TestStore::resumesOnlyAsTheSameUser()
{
    QVERIFY(!m_own->store.resumePoint());
    m_own->goLive();
    QCOMPARE(m_own->store.resumePoint()->epoch, QStringLiteral("e1"));
    QVERIFY(m_own->store.resumePoint()->position == (StreamId{100, 0}));
    auto other = m_own->greeting();
    other.groups.append(QStringLiteral("dept_3"));
    m_own->store.handle(other);
    QVERIFY(!m_own->store.resumePoint());
    m_own->store.handle(m_own->greeting());
    QVERIFY(m_own->store.resumePoint());
}

/// Else a row would keep what is no field any more, or lack what is one now.
void TestStore::resumesOnlyWithTheSameFields()
{
    m_own->goLive();
    QVERIFY(m_own->store.resumePoint());
    auto other = m_own->greeting();
    other.shop.fields.ofOrders[1].name = u"thickness"_qs;
    m_own->store.handle(other);
    QVERIFY(!m_own->store.resumePoint());
    Order order = test::sampleOrder(9, 1);
    order.audience = {};
    order.touched = {};
    m_own->becomeSynced(Sync::Mode::Snapshot, {200, 0}, {order});
    QVERIFY(m_own->store.resumePoint());
    m_own->store.handle(protocol::EventMessage{
        event_type::order,
        {{u"order_id"_qs, 9}, {u"paper"_qs, u"128g"_qs}, {u"thickness"_qs, 0.5}},
        {201, 0},
        false});
    const CustomValues &values = *m_own->store.book().order(9)->custom;
    QCOMPARE(values.value(u"paper"), CustomValue(u"128g"_qs));
    QCOMPARE(values.value(u"thickness"), CustomValue(0.5));
    // Still so after a restart, and no more when they are others again.
    m_own->store.restore(m_own->store.image());
    m_own->store.handle(other);
    QVERIFY(m_own->store.resumePoint());
    m_own->store.handle(m_own->greeting());
    QVERIFY(!m_own->store.resumePoint());
}

/// A server of before tells one name only.
void TestStore::knowsHowOthersSeeTheUser()
{
    auto greeting = m_own->greeting();
    m_own->store.handle(greeting);
    QCOMPARE(m_own->store.displayName(), QStringLiteral("lina"));
    greeting.display = QStringLiteral("李娜");
    m_own->store.handle(greeting);
    QCOMPARE(m_own->store.displayName(), QStringLiteral("李娜"));
    QCOMPARE(m_own->store.userName(), QStringLiteral("lina"));
}

void TestStore::restoresAnImage()
{
    QSignalSpy replaced(&m_own->store, &Store::bookReplaced);
    const StoreImage image = test::sampleImage(5, 2);
    m_own->store.restore(image);
    QCOMPARE(replaced.count(), 1);
    QVERIFY(m_own->store.book() == image.book);
    QVERIFY(m_own->store.isStale());
    QVERIFY(m_own->store.boardNow() == *image.dataAsOf);
    QVERIFY(m_own->store.lastChange() == image.lastChange);
    QCOMPARE(m_own->store.zone().id(), QByteArray("Asia/Shanghai"));
    QCOMPARE(m_own->store.userName(), QStringLiteral("lina"));
    QVERIFY(m_own->store.resumePoint());
}

void TestStore::anotherServersUnreadAreNews()
{
    m_own->store.handle(protocol::Unread{3, {}});
    m_own->store.acknowledgeUnread(3);
    QCOMPARE(m_own->store.unreadNews(), 0);
    m_own->store.handle(protocol::Unread{4, {}});
    QCOMPARE(m_own->store.unreadNews(), 1);
    m_own->store.restore(test::sampleImage(1, 1)); // that server's board, out of its cache
    QCOMPARE(m_own->store.unread().messages, 0);
    m_own->store.handle(protocol::Unread{4, {}});
    QCOMPARE(m_own->store.unreadNews(), 4);
}

void TestStore::imageIsWhatWasRestored()
{
    const StoreImage image = test::sampleImage(5, 2);
    m_own->store.restore(image);
    const StoreImage again = m_own->store.image();
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

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
