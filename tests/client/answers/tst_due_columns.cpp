// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_columns.h"
#include "client/answers/work_in_hand.h"
#include "tests/client/answers/draft.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using test::Draft;

class TestDueColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesAnOrder_data();
    void placesAnOrder();
    void anEmptyShopHasDaysWithoutOrders();
    void stacksByStatus();
    void everyOpenOrderIsSomewhere();
    void namesTheFirstOfTheBusiestDays();
    void todaysOrdersMayNotBeAtBinding();
    void leadsToItsOrders();
    void workInHandIsWhatIsOpen();
};

void TestDueColumns::placesAnOrder_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<int>("column"); // -1: in none
    QTest::newRow("yesterday") << QByteArray("11-22") << OrderStatus::Pending << 0;
    QTest::newRow("long ago") << QByteArray("01-02") << OrderStatus::Processing << 0;
    QTest::newRow("yesterday, done") << QByteArray("11-22") << OrderStatus::Completed << -1;
    QTest::newRow("today") << QByteArray("11-23") << OrderStatus::Processing << 1;
    QTest::newRow("today, done") << QByteArray("11-23") << OrderStatus::Completed << 1;
    QTest::newRow("today, cancelled") << QByteArray("11-23") << OrderStatus::Cancelled << -1;
    QTest::newRow("today, unknown") << QByteArray("11-23") << OrderStatus::Unknown << -1;
    QTest::newRow("tomorrow") << QByteArray("11-24") << OrderStatus::Pending << 2;
    QTest::newRow("last day") << QByteArray("12-05") << OrderStatus::Pending << 13;
    QTest::newRow("later") << QByteArray("12-06") << OrderStatus::Pending << -1;
    QTest::newRow("no date") << QByteArray("") << OrderStatus::Pending << -1;
}

void TestDueColumns::placesAnOrder()
{
    QFETCH(QByteArray, due);
    QFETCH(OrderStatus, status);
    QFETCH(int, column);
    Draft draft;
    draft.order(1, status, due.constData());
    const DueColumns answer = dueColumns(draft.facts(), Draft::today());
    for (int i = 0; i < DueColumns::count; ++i) {
        const DueColumns::Column &at = answer.columns[size_t(i)];
        QCOMPARE(at.open() + at.completed, i == column ? 1 : 0);
    }
}

void TestDueColumns::anEmptyShopHasDaysWithoutOrders()
{
    const DueColumns answer = dueColumns(Draft().facts(), Draft::today());
    QVERIFY(answer.columns[DueColumns::overdue].day.isNull());
    QCOMPARE(answer.columns[DueColumns::today].day, Draft::today());
    QCOMPARE(answer.columns.back().day, Draft::day("12-05"));
    QCOMPARE(answer.busiest(), 0);
}

void TestDueColumns::stacksByStatus()
{
    Draft draft;
    draft.order(1, OrderStatus::Pending, "11-25").order(2, OrderStatus::Processing, "11-25");
    draft.order(3, OrderStatus::Processing, "11-25").order(4, OrderStatus::Completed, "11-25");
    const DueColumns::Column column = dueColumns(draft.facts(), Draft::today()).columns[3];
    QCOMPARE(column.pending, 1);
    QCOMPARE(column.processing, 2);
    QCOMPARE(column.completed, 1);
    QCOMPARE(column.open(), 3);
}

void TestDueColumns::everyOpenOrderIsSomewhere()
{
    Draft draft;
    draft.order(1, OrderStatus::Pending, "11-01").order(2, OrderStatus::Processing, "12-24");
    draft.order(3, OrderStatus::Processing).order(4, OrderStatus::Pending, "11-23");
    const DueColumns answer = dueColumns(draft.facts(), Draft::today());
    QCOMPARE(answer.later, 1);
    QCOMPARE(answer.undated, 1);
    int open = answer.later + answer.undated;
    for (const DueColumns::Column &column : answer.columns)
        open += column.open();
    QCOMPARE(open, 4);
}

void TestDueColumns::namesTheFirstOfTheBusiestDays()
{
    Draft draft;
    for (int id = 1; id <= 5; ++id)
        draft.order(id, OrderStatus::Pending, "11-23"); // today is not asked about
    draft.order(11, OrderStatus::Pending, "12-01").order(12, OrderStatus::Pending, "12-01");
    draft.order(13, OrderStatus::Pending, "12-03").order(14, OrderStatus::Pending, "12-03");
    draft.order(15, OrderStatus::Completed, "12-03");
    const DueColumns answer = dueColumns(draft.facts(), Draft::today());
    QCOMPARE(answer.columns[size_t(answer.busiest())].day, Draft::day("12-01"));
}

void TestDueColumns::todaysOrdersMayNotBeAtBinding()
{
    Draft draft;
    draft.order(1, OrderStatus::Processing, "11-23")
        .step("折页", StepStatus::InProgress)
        .step("胶包", StepStatus::Waiting);
    draft.order(2, OrderStatus::Processing, "11-23")
        .step("折页", StepStatus::Completed)
        .step("胶包", StepStatus::Waiting);
    draft.order(3, OrderStatus::Processing, "11-24")
        .step("折页", StepStatus::InProgress)
        .step("胶包", StepStatus::Waiting);
    QCOMPARE(dueColumns(draft.facts(), Draft::today()).beforeBinding, 1);
}

void TestDueColumns::leadsToItsOrders()
{
    Draft draft;
    draft.order(9, OrderStatus::Pending, "11-24").order(4, OrderStatus::Completed, "11-24");
    draft.order(5, OrderStatus::Pending, "11-25").order(6, OrderStatus::Pending, "11-20");
    QCOMPARE(ordersDue(draft.facts(), Draft::today(), 2), (QList<qint64>{4, 9}));
    QCOMPARE(ordersDue(draft.facts(), Draft::today(), DueColumns::overdue), QList<qint64>{6});
}

void TestDueColumns::workInHandIsWhatIsOpen()
{
    Draft draft;
    draft.order(1, OrderStatus::Pending).order(2, OrderStatus::Processing, "11-20");
    draft.order(3, OrderStatus::Processing).order(4, OrderStatus::Completed);
    QCOMPARE(workInHand(draft.facts()), (WorkInHand{1, 2}));
    QCOMPARE(ordersInHand(draft.facts(), OrderStatus::Processing), (QList<qint64>{2, 3}));
    QCOMPARE(workInHand(Draft().facts()).open(), 0);
}

QTEST_APPLESS_MAIN(TestDueColumns)
#include "tst_due_columns.moc"
