// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/forgotten_steps.h"
#include "client/answers/step_durations.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

class TestStepDurations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spread_data();
    void spread();
    void countsWorkOnly();
    void takesOnlyWhatHasItsTimes();
    void sortsTheSlowestFirst();
    void leadsToItsOrders();
    void forgets24HoursByTheClock();
    void forgetsWhatTakesThreeTimesAsLong();
    void namesTheWorstStep();
};

namespace {

void addRun(BookBuilder &builder, qint64 id, const char *step, const char *start, const char *end)
{
    builder.order(id, OrderStatus::Processing).step(step, StepStatus::Completed, start, end);
}

void addRunning(BookBuilder &builder, qint64 id, const char *step, const char *start)
{
    builder.order(id, OrderStatus::Processing).step(step, StepStatus::InProgress, start);
}

ForgottenSteps forgotten(const BookBuilder &builder)
{
    const ShopFacts facts = builder.facts();
    return forgottenSteps(facts, stepDurations(facts, BookBuilder::now()), BookBuilder::now());
}

} // namespace

void TestStepDurations::spread_data()
{
    QTest::addColumn<QList<int>>("times");
    QTest::addColumn<int>("median");
    QTest::addColumn<int>("p90");
    QTest::newRow("none") << QList<int>{} << 0 << 0;
    QTest::newRow("one") << QList<int>{7} << 7 << 7;
    QTest::newRow("two") << QList<int>{9, 7} << 7 << 9;
    QTest::newRow("five") << QList<int>{5, 1, 4, 2, 3} << 3 << 5;
    QTest::newRow("ten") << QList<int>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << 5 << 9;
    QTest::newRow("eleven") << QList<int>{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << 6 << 10;
    QTest::newRow("equal") << QList<int>{4, 4, 4} << 4 << 4;
}

void TestStepDurations::spread()
{
    QFETCH(QList<int>, times);
    QFETCH(int, median);
    QFETCH(int, p90);
    std::vector<std::chrono::seconds> all;
    for (const int time : times)
        all.push_back(std::chrono::seconds(time));
    const Spread answer = spreadOf(all);
    QCOMPARE(answer.cases, int(times.size()));
    QVERIFY(answer.median == std::chrono::seconds(median));
    QVERIFY(answer.p90 == std::chrono::seconds(p90));
    QCOMPARE(answer.isEnough(), times.size() >= 5);
}

void TestStepDurations::countsWorkOnly()
{
    BookBuilder builder;
    addRun(builder, 1, "印刷", "11-20 19:00", "11-21 09:00");
    const StepDurations answer = stepDurations(builder.facts(), BookBuilder::now());
    QCOMPARE(answer.rows.size(), 1);
    QVERIFY(answer.rows.first().times.median == 2h);
}

void TestStepDurations::takesOnlyWhatHasItsTimes()
{
    BookBuilder builder;
    addRun(builder, 1, "印刷", "", "11-20 10:00"); // began nobody knows when
    addRun(builder, 2, "印刷", "11-20 10:00", "11-20 09:00"); // ended before it began
    addRun(builder, 3, "印刷", "10-20 09:00", "10-20 10:00"); // long ago
    builder.order(4, OrderStatus::Processing)
        .step("印刷", StepStatus::Skipped, "11-20 09:00", "11-20 10:00");
    builder.order(5, OrderStatus::Processing).step("印刷", StepStatus::Completed, "11-20 09:00");
    QVERIFY(stepDurations(builder.facts(), BookBuilder::now()).rows.isEmpty());
    builder.since("11-20 10:00"); // the end, when the publisher sent none
    QCOMPARE(stepDurations(builder.facts(), BookBuilder::now()).rows.size(), 1);
}

void TestStepDurations::sortsTheSlowestFirst()
{
    BookBuilder builder;
    for (qint64 id = 1; id <= 5; ++id) {
        addRun(builder, id, "折页", "11-20 09:00", "11-20 10:00");
        addRun(builder, id + 10, "印刷", "11-20 09:00", "11-20 11:00");
    }
    addRun(builder, 20, "击凸", "11-19 09:00", "11-20 11:00"); // one case
    QStringList order;
    for (const StepDurations::Row &row : stepDurations(builder.facts(), BookBuilder::now()).rows)
        order.append(row.step);
    QCOMPARE(order, (QStringList{u"印刷"_qs, u"折页"_qs, u"击凸"_qs}));
}

void TestStepDurations::leadsToItsOrders()
{
    BookBuilder builder;
    addRun(builder, 5, "折页", "11-20 09:00", "11-20 10:00");
    addRun(builder, 3, "折页", "11-20 09:00", "11-20 10:00");
    addRun(builder, 4, "印刷", "11-20 09:00", "11-20 10:00");
    QCOMPARE(ordersTimed(builder.facts(), u"折页"_qs, BookBuilder::now()), (QList<CrmId>{3, 5}));
}

void TestStepDurations::forgets24HoursByTheClock()
{
    BookBuilder builder;
    addRunning(builder, 1, "压痕", "11-22 10:34"); // 24 h are not yet over
    addRunning(builder, 2, "压痕", "11-22 10:33");
    addRunning(builder, 3, "压痕", "");
    builder.order(4, OrderStatus::Processing).step("压痕", StepStatus::InProgress);
    builder.since("11-20 10:00"); // since when, nobody sent; the log knows
    const ForgottenSteps answer = forgotten(builder);
    QCOMPARE(answer.rows.size(), 2);
    QCOMPARE(answer.rows.at(0).orderId, 4);
    QVERIFY(answer.rows.at(0).elapsed == 72h + 34min);
    QCOMPARE(answer.rows.at(1).orderId, 2);
    QCOMPARE(answer.longAgoCount(), 2);
}

void TestStepDurations::forgetsWhatTakesThreeTimesAsLong()
{
    BookBuilder builder;
    for (qint64 id = 1; id <= 5; ++id)
        addRun(builder, id, "压痕", "11-20 09:00", "11-20 09:30");
    addRunning(builder, 11, "压痕", "11-23 09:03"); // 91 min
    addRunning(builder, 12, "压痕", "11-23 09:04"); // three times is not more
    addRunning(builder, 13, "印刷", "11-23 08:00"); // nobody knows what is usual
    const ForgottenSteps answer = forgotten(builder);
    QCOMPARE(answer.rows.size(), 1);
    QCOMPARE(answer.rows.first().orderId, 11);
    QVERIFY(!answer.rows.first().isLongAgo);
    QVERIFY(answer.rows.first().usual.median == 30min);
    QCOMPARE(answer.longAgoCount(), 0);
}

void TestStepDurations::namesTheWorstStep()
{
    BookBuilder builder;
    addRunning(builder, 1, "印刷", "11-19 10:00");
    addRunning(builder, 2, "压痕", "11-20 10:00");
    addRunning(builder, 3, "压痕", "11-21 10:00");
    QCOMPARE(forgotten(builder).worstStep(), std::pair(u"压痕"_qs, 2));
    addRunning(builder, 4, "印刷", "11-21 10:00");
    QCOMPARE(forgotten(builder).worstStep(), std::pair(u"印刷"_qs, 2));
    QCOMPARE(forgotten(BookBuilder()).worstStep(), std::pair(QString(), 0));
}

QTEST_APPLESS_MAIN(TestStepDurations)
#include "tst_step_durations.moc"
