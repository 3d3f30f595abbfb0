// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_queue.h"
#include "tests/client/answers/draft.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::Draft;

class TestStepQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyWithoutReadySteps();
    void ranksByQueue();
    void tellsWhoWaitsLongest();
    void waitsCountWorkOnly();
    void fewWaitsSayNothing();
    void oldWaitsAreForgotten();
    void leadsToItsOrders();
};

namespace {

/// An order whose first step is behind it, and whose second can begin.
void addReady(Draft &draft, qint64 id, const char *step, const char *since)
{
    draft.order(id, OrderStatus::Processing)
        .step("调图", StepStatus::Completed, "", since)
        .step(step, StepStatus::Waiting);
}

/// An order whose second step waited from `ready` to `start`.
void addWait(Draft &draft, qint64 id, const char *ready, const char *start, const char *end)
{
    draft.order(id, OrderStatus::Processing)
        .step("调图", StepStatus::Completed, "", ready)
        .step("印刷", StepStatus::Completed, start, end);
}

} // namespace

void TestStepQueue::isEmptyWithoutReadySteps()
{
    Draft draft;
    QVERIFY(stepQueue(draft.facts(), Draft::now()).rows.isEmpty());
    draft.order(1, OrderStatus::Pending).step("印刷", StepStatus::Waiting);
    draft.order(2, OrderStatus::Processing).step("印刷", StepStatus::InProgress);
    QVERIFY(stepQueue(draft.facts(), Draft::now()).rows.isEmpty());
}

void TestStepQueue::ranksByQueue()
{
    Draft draft;
    addReady(draft, 1, "折页", "11-23 09:00");
    addReady(draft, 2, "印刷", "11-23 09:00");
    addReady(draft, 3, "印刷", "11-23 09:00");
    addReady(draft, 4, "CTP", "11-23 09:00");
    const StepQueue answer = stepQueue(draft.facts(), Draft::now());
    QCOMPARE(answer.rows.size(), 3);
    QCOMPARE(answer.rows.at(0).step, u"印刷"_qs);
    QCOMPARE(answer.rows.at(0).ready, 2);
    QCOMPARE(answer.rows.at(1).step, u"CTP"_qs);
    QCOMPARE(answer.rows.at(2).step, u"折页"_qs);
    QCOMPARE(answer.ready(), 4);
}

void TestStepQueue::tellsWhoWaitsLongest()
{
    Draft draft;
    addReady(draft, 7, "印刷", "11-23 09:00");
    addReady(draft, 5, "印刷", "11-20 09:00");
    addReady(draft, 3, "印刷", "11-20 09:00");
    draft.order(1, OrderStatus::Processing).step("印刷", StepStatus::Waiting); // since when?
    const StepQueue::Row row = stepQueue(draft.facts(), Draft::now()).rows.first();
    QCOMPARE(row.ready, 4);
    QCOMPARE(row.longestOrder, 3);
    // Friday 10 h, Saturday and Sunday 11 h each, Monday 2 h 34.
    QVERIFY(row.longest == 34h + 34min);
}

void TestStepQueue::waitsCountWorkOnly()
{
    Draft draft;
    addReady(draft, 1, "印刷", "11-23 09:00");
    addWait(draft, 11, "11-10 19:00", "11-11 09:00", "11-11 10:00"); // 2 h
    addWait(draft, 12, "11-10 09:00", "11-10 10:00", "11-10 11:00"); // 1 h
    addWait(draft, 13, "11-10 11:00", "11-10 14:00", "11-10 15:00"); // 2 h: lunch
    addWait(draft, 14, "11-10 09:00", "11-10 12:30", "11-10 15:00"); // 3 h
    addWait(draft, 15, "11-10 15:00", "11-10 14:00", "11-10 16:00"); // began before it could
    const Spread waits = stepQueue(draft.facts(), Draft::now()).rows.first().waits;
    QCOMPARE(waits.cases, 5);
    QVERIFY(waits.median == 2h);
    QVERIFY(waits.isEnough());
}

void TestStepQueue::fewWaitsSayNothing()
{
    Draft draft;
    addReady(draft, 1, "印刷", "11-23 09:00");
    for (qint64 id = 11; id < 15; ++id)
        addWait(draft, id, "11-10 09:00", "11-10 10:00", "11-10 11:00");
    QVERIFY(!stepQueue(draft.facts(), Draft::now()).rows.first().waits.isEnough());
}

void TestStepQueue::oldWaitsAreForgotten()
{
    Draft draft;
    addReady(draft, 1, "印刷", "11-23 09:00");
    addWait(draft, 11, "10-10 09:00", "10-10 10:00", "10-10 11:00");
    QCOMPARE(stepQueue(draft.facts(), Draft::now()).rows.first().waits.cases, 0);
}

void TestStepQueue::leadsToItsOrders()
{
    Draft draft;
    addReady(draft, 9, "印刷", "11-23 09:00");
    addReady(draft, 2, "印刷", "11-23 09:00");
    addReady(draft, 3, "折页", "11-23 09:00");
    QCOMPARE(ordersQueued(draft.facts(), u"印刷"_qs), (QList<qint64>{2, 9}));
    QCOMPARE(ordersQueued(draft.facts(), u"烫金"_qs), QList<qint64>());
}

QTEST_APPLESS_MAIN(TestStepQueue)
#include "tst_step_queue.moc"
