// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/counted_orders.h"
#include "shared/state/apply.h"
#include "shared/state/views.h"
#include "tests/support/random_events.h"

#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;

/// The law: what a number opens is what it counts, after any events.
class TestCountedOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areThoseOfTheNumbers();
};

namespace {

qint64 stepsIn(const Book &book, const QList<CrmId> &ids,
               bool (*isMeant)(const Order &, const Step &))
{
    qint64 steps = 0;
    for (const CrmId &id : ids) {
        const Order &order = *book.order(id);
        steps += std::count_if(order.steps.begin(), order.steps.end(),
                               [&](const Step &step) { return isMeant(order, step); });
    }
    return steps;
}

bool isRunning(const Order &, const Step &step)
{
    return step.status == StepStatus::InProgress;
}

bool isWaiting(const Order &, const Step &step)
{
    return step.status == StepStatus::Waiting;
}

} // namespace

void TestCountedOrders::areThoseOfTheNumbers()
{
    test::RandomEvents random(test::randomSeed());
    Book book;
    ReadyIndex ready;
    for (const Event &event : random.next(2000))
        ready.update(book, apply(book, event));
    const QDate today = dateAt(momentOf(book.position), QTimeZone("Asia/Shanghai"));
    const Stats stats = book.computedStats(today);
    const auto behind = [&](Counted what) {
        return countedOrders(book, what, today, ready.joinSteps());
    };
    // Finished ones of long ago are counted, and are in no list any more.
    QCOMPARE(behind(Counted::All).size(), stats.totalOrders - book.retired.total);
    QCOMPARE(behind(Counted::Pending).size(), stats.pendingOrders);
    QCOMPARE(behind(Counted::Processing).size(), stats.processingOrders);
    QCOMPARE(behind(Counted::Completed).size(), stats.completedOrders - book.retired.completed);
    QCOMPARE(behind(Counted::Urgent).size(), stats.urgentOrders);
    QCOMPARE(behind(Counted::Overdue).size() + behind(Counted::DueToday).size()
                 + behind(Counted::Within3Days).size(),
             stats.urgentOrders);
    QCOMPARE(stepsIn(book, behind(Counted::StepsInProgress), isRunning), stats.currentSteps);
    QCOMPARE(stepsIn(book, behind(Counted::StepsWaiting), isWaiting), stats.nextSteps);
    qint64 readySteps = 0;
    for (const CrmId &id : behind(Counted::StepsReady)) {
        for (const Step &step : book.order(id)->steps)
            readySteps += isReady(*book.order(id), step, ready.joinSteps());
    }
    QCOMPARE(readySteps, ready.count());
}

QTEST_APPLESS_MAIN(TestCountedOrders)
#include "tst_counted_orders.moc"
