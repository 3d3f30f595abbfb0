// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/answers.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countNothingWhileNobodyLooks();
    void answerWhenSomebodyLooks();
    void followTheBook();
    void manyChangesAreOneAnswer();
    void beginAnewWithANewBook();
    void followTheCalls();
    void standStillWhileStale();
    void followTheMinute();
    void theRangeFollowsTheDayUntilChosen();
};

namespace {

/// Live with one order of two steps.
struct AskedShop : test::SampleShop
{
    AskedShop()
        : answers(store, 20ms)
        , changed(&answers, &Answers::changed)
    {
        goLive();
        newOrder(1, u"2026-11-24"_qs);
        steps(1, {u"折页"_qs, u"胶包"_qs});
    }
    Answers answers;
    QSignalSpy changed;
};

} // namespace

void TestAnswers::countNothingWhileNobodyLooks()
{
    AskedShop shop;
    QCoreApplication::processEvents();
    QCOMPARE(shop.changed.count(), 0);
    QVERIFY(!shop.answers.isReady());
}

void TestAnswers::answerWhenSomebodyLooks()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    QVERIFY(shop.answers.isReady());
    QCOMPARE(shop.answers.sheet().due.columns[2].processing, 1);
    QCOMPARE(shop.answers.sheet().queue.rows.first().step, u"折页"_qs);
}

void TestAnswers::followTheBook()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.setStep(1, 0, StepStatus::Completed);
    QTRY_COMPARE(shop.answers.sheet().queue.rows.first().step, u"胶包"_qs);
    shop.order(1, {{u"action"_qs, u"deleted"_qs}});
    QTRY_VERIFY(shop.answers.sheet().queue.rows.isEmpty());
    QCOMPARE(shop.answers.sheet().inHand.open(), 0);
}

void TestAnswers::manyChangesAreOneAnswer()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    for (qint64 id = 2; id <= 200; ++id)
        shop.newOrder(id, u"2026-11-24"_qs);
    QTRY_COMPARE(shop.answers.sheet().due.columns[2].processing, 200);
    QCOMPARE(shop.changed.count(), 2);
}

void TestAnswers::beginAnewWithANewBook()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    for (qint64 id = 1; id <= 2500; ++id) { // more than one turn takes
        Order order;
        order.orderId = id;
        order.status = OrderStatus::Pending;
        shop.snapshot.append(order);
    }
    shop.goLive();
    QTRY_COMPARE(shop.answers.sheet().inHand.pending, 2500);
    QCOMPARE(shop.changed.count(), 2);
}

void TestAnswers::followTheCalls()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.notice({{u"message"_qs, u"缺纸"_qs}, {u"call"_qs, u"paper"_qs}, {u"alarm"_qs, true}});
    QTRY_COMPARE(shop.answers.sheet().calls.all.calls, 1);
    QCOMPARE(shop.answers.sheet().calls.all.waiting, 1);
}

void TestAnswers::standStillWhileStale()
{
    AskedShop shop;
    shop.cut();
    const Moment asOf = shop.store.boardNow();
    shop.clock.advance(3h);
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    QVERIFY(shop.answers.now() == asOf);
}

void TestAnswers::followTheMinute()
{
    AskedShop shop;
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    shop.clock.advance(1min);
    shop.store.noteAlive();
    QTRY_COMPARE(shop.changed.count(), 2);
    QVERIFY(shop.answers.now() == shop.clock.now());
}

void TestAnswers::theRangeFollowsTheDayUntilChosen()
{
    AskedShop shop; // at 10:00
    shop.answers.setWatched(true);
    QTRY_COMPARE(shop.changed.count(), 1);
    QCOMPARE(shop.answers.range(), TimeRange::Last24Hours);
    shop.clock.advance(2h);
    QTRY_COMPARE(shop.answers.range(), TimeRange::Today);
    shop.answers.setRange(TimeRange::Yesterday);
    QCOMPARE(shop.answers.sheet().finished.range, TimeRange::Yesterday);
    shop.clock.advance(22h);
    QTRY_VERIFY(shop.answers.now() == shop.clock.now());
    QCOMPARE(shop.answers.range(), TimeRange::Yesterday);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
