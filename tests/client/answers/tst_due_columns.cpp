// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_columns.h"
#include "client/answers/work_in_hand.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using test::BookBuilder;

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
    BookBuilder builder;
    builder.order(1, status, due.constData());
    const DueColumns answer = dueColumns(builder.facts(), BookBuilder::today());
    for (int i = 0; i < DueColumns::count; ++i) {
        const DueColumns::Column &at = answer.columns[size_t(i)];
        QCOMPARE(at.open() + at.completed, i == column ? 1 : 0);
    }
}

void TestDueColumns::anEmptyShopHasDaysWithoutOrders()
{
    const DueColumns answer = dueColumns(BookBuilder().facts(), BookBuilder::today());
    QVERIFY(answer.columns[DueColumns::overdue].day.isNull());
    QCOMPARE(answer.columns[DueColumns::today].day, BookBuilder::today());
    QCOMPARE(answer.columns.back().day, BookBuilder::day("12-05"));
    QCOMPARE(answer.busiest(), 0);
}

void TestDueColumns::stacksByStatus()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Pending, "11-25").order(2, OrderStatus::Processing, "11-25");
    builder.order(3, OrderStatus::Processing, "11-25").order(4, OrderStatus::Completed, "11-25");
    const DueColumns::Column column = dueColumns(builder.facts(), BookBuilder::today()).columns[3];
    QCOMPARE(column.pending, 1);
    QCOMPARE(column.processing, 2);
    QCOMPARE(column.completed, 1);
    QCOMPARE(column.open(), 3);
}

void TestDueColumns::everyOpenOrderIsSomewhere()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Pending, "11-01").order(2, OrderStatus::Processing, "12-24");
    builder.order(3, OrderStatus::Processing).order(4, OrderStatus::Pending, "11-23");
    const DueColumns answer = dueColumns(builder.facts(), BookBuilder::today());
    QCOMPARE(answer.later, 1);
    QCOMPARE(answer.undated, 1);
    int open = answer.later + answer.undated;
    for (const DueColumns::Column &column : answer.columns)
        open += column.open();
    QCOMPARE(open, 4);
}

void TestDueColumns::namesTheFirstOfTheBusiestDays()
{
    BookBuilder builder;
    for (int id = 1; id <= 5; ++id)
        builder.order(id, OrderStatus::Pending, "11-23"); // today is not asked about
    builder.order(11, OrderStatus::Pending, "12-01").order(12, OrderStatus::Pending, "12-01");
    builder.order(13, OrderStatus::Pending, "12-03").order(14, OrderStatus::Pending, "12-03");
    builder.order(15, OrderStatus::Completed, "12-03");
    const DueColumns answer = dueColumns(builder.facts(), BookBuilder::today());
    QCOMPARE(answer.columns[size_t(answer.busiest())].day, BookBuilder::day("12-01"));
}

void TestDueColumns::todaysOrdersMayNotBeAtBinding()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing, "11-23")
        .step("折页", StepStatus::InProgress)
        .step("胶包", StepStatus::Waiting);
    builder.order(2, OrderStatus::Processing, "11-23")
        .step("折页", StepStatus::Completed)
        .step("胶包", StepStatus::Waiting);
    builder.order(3, OrderStatus::Processing, "11-24")
        .step("折页", StepStatus::InProgress)
        .step("胶包", StepStatus::Waiting);
    QCOMPARE(dueColumns(builder.facts(), BookBuilder::today()).beforeBinding, 1);
}

void TestDueColumns::leadsToItsOrders()
{
    BookBuilder builder;
    builder.order(9, OrderStatus::Pending, "11-24").order(4, OrderStatus::Completed, "11-24");
    builder.order(5, OrderStatus::Pending, "11-25").order(6, OrderStatus::Pending, "11-20");
    // What is finished is not in the column's height, and not behind it.
    QCOMPARE(ordersDue(builder.facts(), BookBuilder::today(), 2), (QList<CrmId>{9}));
    QCOMPARE(ordersDue(builder.facts(), BookBuilder::today(), DueColumns::overdue),
             QList<CrmId>{6});
}

void TestDueColumns::workInHandIsWhatIsOpen()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Pending).order(2, OrderStatus::Processing, "11-20");
    builder.order(3, OrderStatus::Processing).order(4, OrderStatus::Completed);
    QCOMPARE(workInHand(builder.facts()), (WorkInHand{1, 2}));
    QCOMPARE(ordersInHand(builder.facts(), OrderStatus::Processing), (QList<CrmId>{2, 3}));
    QCOMPARE(workInHand(BookBuilder().facts()).open(), 0);
}

QTEST_APPLESS_MAIN(TestDueColumns)
#include "tst_due_columns.moc"
