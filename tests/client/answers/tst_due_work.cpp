// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_estimate.h"
#include "client/answers/due_work.h"
#include "client/answers/facts_scope.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestDueWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesNothingWhileNobodyLooks();
    void judgesWhatMustGoOut();
    void followsTheBook();
    void manyChangesAreOneJudgement();
    void followsTheMinute();
    void anotherDayBringsOthers();
    void beginsAnewWithANewBook();
    void anEmptyShopIsReady();
    void everybodyMayLookAway();
    void isWhatEachOrderSays();
};

namespace {

/// Live with a month of finished work, and three orders to go out: overdue, today, tomorrow.
struct JudgedShop : test::SampleShop
{
    JudgedShop()
        : work(store, 20ms)
        , changed(&work, &DueWork::changed)
    {
        for (qint64 id = 101; id <= 106; ++id)
            snapshot.append(finished(id));
        goLive();
        newOrder(1, u"2026-11-22"_qs);
        newOrder(2, u"2026-11-23"_qs);
        newOrder(3, u"2026-11-24"_qs);
        newOrder(4, u"2026-11-25"_qs);
        for (qint64 id = 1; id <= 4; ++id)
            steps(id, {u"折页"_qs, u"胶包"_qs});
    }
    /// Two steps of two hours each, an hour between them.
    Order finished(qint64 id) const
    {
        Order order;
        order.orderId = id;
        order.status = OrderStatus::Completed;
        const Moment begin = clock.now() - 72h;
        for (int i = 0; i < 2; ++i) {
            Step step;
            step.progressId = id * 100 + i;
            step.orderId = id;
            step.name = i == 0 ? u"折页"_qs : u"胶包"_qs;
            step.order = i + 1;
            step.category = StepCategory::Content;
            step.status = StepStatus::Completed;
            step.startTime = begin + i * 3h;
            step.endTime = *step.startTime + 2h;
            order.steps.append(step);
        }
        return order;
    }
    DueVerdict verdict(qint64 id) const { return work.judgements().value(id).verdict; }

    DueWork work;
    QSignalSpy changed;
};

} // namespace

void TestDueWork::judgesNothingWhileNobodyLooks()
{
    JudgedShop shop;
    QCoreApplication::processEvents();
    QCOMPARE(shop.changed.count(), 0);
    QVERIFY(!shop.work.isReady());
}

void TestDueWork::judgesWhatMustGoOut()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    QVERIFY(shop.work.isReady());
    QCOMPARE(shop.work.judgements().size(), 3);
    QCOMPARE(shop.work.today().all(), 2);
    QCOMPARE(shop.work.tomorrow().all(), 1);
    QCOMPARE(shop.verdict(2), DueVerdict::InTime);
    QCOMPARE(shop.work.orders(DueWork::Day::Today, DueVerdict::InTime), (QList<CrmId>{1, 2}));
    QCOMPARE(shop.work.orders(DueWork::Day::Tomorrow, DueVerdict::None), QList<CrmId>{3});
    QVERIFY(shop.work.orders(DueWork::Day::Today, DueVerdict::TooLate).isEmpty());
    QCOMPARE(shop.work.closing(), QTime(20, 0));
}

void TestDueWork::followsTheBook()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.setStep(2, 0, StepStatus::Completed);
    QTRY_COMPARE(shop.work.judgements().value(2).stepsLeft, 1);
    shop.setStatus(2, OrderStatus::Completed);
    QTRY_VERIFY(!shop.work.judgements().contains(2));
    shop.order(4, {{u"delivery_date"_qs, u"2026-11-23"_qs}});
    QTRY_VERIFY(shop.work.judgements().contains(4));
    shop.order(1, {{u"action"_qs, u"deleted"_qs}});
    QTRY_VERIFY(!shop.work.judgements().contains(1));
}

void TestDueWork::manyChangesAreOneJudgement()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    for (qint64 id = 201; id <= 400; ++id)
        shop.newOrder(id, u"2026-11-23"_qs);
    QTRY_COMPARE(shop.work.today().all(), 202);
    QCOMPARE(shop.changed.count(), 2);
    QCOMPARE(shop.work.today().unknown, 200); // nobody planned their steps
}

void TestDueWork::followsTheMinute()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.clock.advance(9h); // 19:00
    shop.store.noteAlive();
    QTRY_COMPARE(shop.verdict(2), DueVerdict::TooLate);
    QCOMPARE(shop.verdict(3), DueVerdict::InTime);
}

void TestDueWork::anotherDayBringsOthers()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.clock.advance(24h);
    shop.store.noteAlive();
    QTRY_VERIFY(shop.work.judgements().contains(4));
    QCOMPARE(shop.work.today().all(), 3);
    QCOMPARE(shop.work.tomorrow().all(), 1);
}

void TestDueWork::beginsAnewWithANewBook()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    for (qint64 id = 1001; id <= 3500; ++id) { // more than one turn takes
        Order order;
        order.orderId = id;
        order.status = OrderStatus::Pending;
        order.deliveryDate = QDate(2026, 11, 23);
        shop.snapshot.append(order);
    }
    shop.goLive();
    QVERIFY(!shop.work.isReady());
    QTRY_COMPARE(shop.work.today().all(), 2500);
    QCOMPARE(shop.changed.count(), 2);
}

void TestDueWork::anEmptyShopIsReady()
{
    test::SampleShop shop;
    shop.goLive();
    DueWork work(shop.store, 20ms);
    work.watch(&shop.store);
    QTRY_VERIFY(work.isReady());
    QCOMPARE(work.today().all(), 0);
}

void TestDueWork::everybodyMayLookAway()
{
    JudgedShop shop;
    QObject page;
    QObject board;
    shop.work.watch(&page);
    shop.work.watch(&board);
    shop.work.unwatch(&page);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.work.unwatch(&board);
    shop.setStatus(2, OrderStatus::Completed);
    QVERIFY(!shop.changed.wait(60));
    QVERIFY(shop.work.judgements().contains(2));
    shop.work.watch(&page);
    QTRY_VERIFY(!shop.work.judgements().contains(2));
}

/// The law: what was kept change by change is what each order says by itself.
void TestDueWork::isWhatEachOrderSays()
{
    JudgedShop shop;
    shop.work.watch(&shop.store);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.setStep(1, 0, StepStatus::InProgress);
    shop.setStep(3, 0, StepStatus::Skipped);
    QTRY_COMPARE(shop.work.judgements().value(3).stepsLeft, 1);
    const FactsScope scope = factsScope(shop.store, UsualTimes::memory);
    TimesCollector collector(shop.store.boardNow());
    for (const Order &order : shop.store.book().orders())
        collector.add(order, scope);
    const UsualTimes usual = collector.take();
    for (const Order &order : shop.store.book().orders()) {
        QCOMPARE(shop.work.judgements().contains(order.orderId),
                 mustGoOut(order, shop.store.today()));
        if (mustGoOut(order, shop.store.today()))
            QVERIFY(shop.work.judgements().value(order.orderId)
                    == dueJudgement(order, workLeft(order, usual, scope, shop.work.now()),
                                    scope.calendar, shop.work.now()));
    }
}

QTEST_GUILESS_MAIN(TestDueWork)
#include "tst_due_work.moc"
