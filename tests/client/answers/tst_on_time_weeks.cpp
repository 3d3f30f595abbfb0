// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/on_time_weeks.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using test::BookBuilder;

class TestOnTimeWeeks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void weeksBeginOnMondays();
    void counts_data();
    void counts();
    void roundsToTheNearestPercent_data();
    void roundsToTheNearestPercent();
    void leadsToItsOrders();
};

void TestOnTimeWeeks::weeksBeginOnMondays()
{
    // A Sunday is still in the week of the Monday before it.
    for (const QDate today : {BookBuilder::day("11-23"), BookBuilder::day("11-29")}) {
        const OnTimeWeeks answer = onTimeWeeks(BookBuilder().facts(), today);
        QCOMPARE(answer.weeks.front().monday, BookBuilder::day("09-28"));
        QCOMPARE(answer.weeks.back().monday, BookBuilder::day("11-16"));
        QCOMPARE(answer.weeks.back().due, 0);
        QVERIFY(!answer.weeks.back().isEnough());
    }
}

void TestOnTimeWeeks::counts_data()
{
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<QByteArray>("completed");
    QTest::addColumn<int>("counted");
    QTest::addColumn<int>("onTime");
    const auto row = [](const char *name, OrderStatus status, const char *due,
                        const char *completed, int counted, int onTime) {
        QTest::newRow(name) << status << QByteArray(due) << QByteArray(completed) << counted
                            << onTime;
    };
    row("early", OrderStatus::Completed, "11-18", "11-10 09:00", 1, 1);
    row("to the minute", OrderStatus::Completed, "11-18", "11-18 23:59", 1, 1);
    row("a day late", OrderStatus::Completed, "11-18", "11-19 00:00", 1, 0);
    row("still open", OrderStatus::Processing, "11-18", "", 1, 0);
    row("done nobody knows when", OrderStatus::Completed, "11-18", "", 0, 0);
    row("cancelled", OrderStatus::Cancelled, "11-18", "", 0, 0);
    row("Sunday", OrderStatus::Completed, "11-22", "11-22 09:00", 1, 1);
    row("this week", OrderStatus::Completed, "11-23", "11-22 09:00", 0, 0);
    row("no date", OrderStatus::Completed, "", "11-18 09:00", 0, 0);
    row("reopened", OrderStatus::Processing, "11-18", "11-17 09:00", 1, 0);
}

void TestOnTimeWeeks::counts()
{
    QFETCH(OrderStatus, status);
    QFETCH(QByteArray, due);
    QFETCH(QByteArray, completed);
    QFETCH(int, counted);
    QFETCH(int, onTime);
    BookBuilder builder;
    builder.order(1, status, due.constData());
    if (!completed.isEmpty())
        builder.completedAt(completed.constData());
    const OnTimeWeeks::Week week = onTimeWeeks(builder.facts(), BookBuilder::today()).weeks.back();
    QCOMPARE(week.due, counted);
    QCOMPARE(week.onTime, onTime);
}

void TestOnTimeWeeks::roundsToTheNearestPercent_data()
{
    QTest::addColumn<int>("onTime");
    QTest::addColumn<int>("due");
    QTest::addColumn<int>("percent");
    QTest::newRow("none due") << 0 << 0 << 0;
    QTest::newRow("none") << 0 << 7 << 0;
    QTest::newRow("all") << 7 << 7 << 100;
    QTest::newRow("a third") << 1 << 3 << 33;
    QTest::newRow("two thirds") << 2 << 3 << 67;
    QTest::newRow("half a percent") << 1 << 200 << 1;
}

void TestOnTimeWeeks::roundsToTheNearestPercent()
{
    QFETCH(int, onTime);
    QFETCH(int, due);
    QFETCH(int, percent);
    QCOMPARE((OnTimeWeeks::Week{{}, due, onTime}.percent()), percent);
}

void TestOnTimeWeeks::leadsToItsOrders()
{
    BookBuilder builder;
    builder.order(9, OrderStatus::Processing, "11-16").order(2, OrderStatus::Pending, "11-22");
    builder.order(3, OrderStatus::Processing, "11-15").order(4, OrderStatus::Processing, "11-23");
    builder.order(5, OrderStatus::Cancelled, "11-18");
    QCOMPARE(ordersDueInWeek(builder.facts(), BookBuilder::day("11-16")), (QList<CrmId>{2, 9}));
}

QTEST_APPLESS_MAIN(TestOnTimeWeeks)
#include "tst_on_time_weeks.moc"
