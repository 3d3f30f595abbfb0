// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_queue.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

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
void addReady(BookBuilder &builder, qint64 id, const char *step, const char *since)
{
    builder.order(id, OrderStatus::Processing)
        .step("调图", StepStatus::Completed, "", since)
        .step(step, StepStatus::Waiting);
}

/// An order whose second step waited from `ready` to `start`.
void addWait(BookBuilder &builder, qint64 id, const char *ready, const char *start, const char *end)
{
    builder.order(id, OrderStatus::Processing)
        .step("调图", StepStatus::Completed, "", ready)
        .step("印刷", StepStatus::Completed, start, end);
}

} // namespace

void TestStepQueue::isEmptyWithoutReadySteps()
{
    BookBuilder builder;
    QVERIFY(stepQueue(builder.facts(), BookBuilder::now()).rows.isEmpty());
    builder.order(1, OrderStatus::Pending).step("印刷", StepStatus::Waiting);
    builder.order(2, OrderStatus::Processing).step("印刷", StepStatus::InProgress);
    QVERIFY(stepQueue(builder.facts(), BookBuilder::now()).rows.isEmpty());
}

void TestStepQueue::ranksByQueue()
{
    BookBuilder builder;
    addReady(builder, 1, "折页", "11-23 09:00");
    addReady(builder, 2, "印刷", "11-23 09:00");
    addReady(builder, 3, "印刷", "11-23 09:00");
    addReady(builder, 4, "CTP", "11-23 09:00");
    const StepQueue answer = stepQueue(builder.facts(), BookBuilder::now());
    QCOMPARE(answer.rows.size(), 3);
    QCOMPARE(answer.rows.at(0).step, u"印刷"_qs);
    QCOMPARE(answer.rows.at(0).ready, 2);
    QCOMPARE(answer.rows.at(1).step, u"CTP"_qs);
    QCOMPARE(answer.rows.at(2).step, u"折页"_qs);
    QCOMPARE(answer.ready(), 4);
}

void TestStepQueue::tellsWhoWaitsLongest()
{
    BookBuilder builder;
    addReady(builder, 7, "印刷", "11-23 09:00");
    addReady(builder, 5, "印刷", "11-20 09:00");
    addReady(builder, 3, "印刷", "11-20 09:00");
    builder.order(1, OrderStatus::Processing).step("印刷", StepStatus::Waiting); // since when?
    const StepQueue::Row row = stepQueue(builder.facts(), BookBuilder::now()).rows.first();
    QCOMPARE(row.ready, 4);
    QCOMPARE(row.longestOrder, 3);
    // Friday 10 h, Saturday and Sunday 11 h each, Monday 2 h 34.
    QVERIFY(row.longest == 34h + 34min);
}

void TestStepQueue::waitsCountWorkOnly()
{
    BookBuilder builder;
    addReady(builder, 1, "印刷", "11-23 09:00");
    addWait(builder, 11, "11-10 19:00", "11-11 09:00", "11-11 10:00"); // 2 h
    addWait(builder, 12, "11-10 09:00", "11-10 10:00", "11-10 11:00"); // 1 h
    addWait(builder, 13, "11-10 11:00", "11-10 14:00", "11-10 15:00"); // 2 h: lunch
    addWait(builder, 14, "11-10 09:00", "11-10 12:30", "11-10 15:00"); // 3 h
    addWait(builder, 15, "11-10 15:00", "11-10 14:00", "11-10 16:00"); // began before it could
    const Spread waits = stepQueue(builder.facts(), BookBuilder::now()).rows.first().waits;
    QCOMPARE(waits.cases, 5);
    QVERIFY(waits.median == 2h);
    QVERIFY(waits.isEnough());
}

void TestStepQueue::fewWaitsSayNothing()
{
    BookBuilder builder;
    addReady(builder, 1, "印刷", "11-23 09:00");
    for (qint64 id = 11; id < 15; ++id)
        addWait(builder, id, "11-10 09:00", "11-10 10:00", "11-10 11:00");
    QVERIFY(!stepQueue(builder.facts(), BookBuilder::now()).rows.first().waits.isEnough());
}

void TestStepQueue::oldWaitsAreForgotten()
{
    BookBuilder builder;
    addReady(builder, 1, "印刷", "11-23 09:00");
    addWait(builder, 11, "10-10 09:00", "10-10 10:00", "10-10 11:00");
    QCOMPARE(stepQueue(builder.facts(), BookBuilder::now()).rows.first().waits.cases, 0);
}

void TestStepQueue::leadsToItsOrders()
{
    BookBuilder builder;
    addReady(builder, 9, "印刷", "11-23 09:00");
    addReady(builder, 2, "印刷", "11-23 09:00");
    addReady(builder, 3, "折页", "11-23 09:00");
    QCOMPARE(ordersQueued(builder.facts(), u"印刷"_qs), (QList<CrmId>{2, 9}));
    QCOMPARE(ordersQueued(builder.facts(), u"烫金"_qs), QList<CrmId>());
}

QTEST_APPLESS_MAIN(TestStepQueue)
#include "tst_step_queue.moc"
