// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_left.h"
#include "client/models/board_entry.h"
#include "tests/client/answers/book_builder.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

class TestWorkLeft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sumsWaitsAndRuns();
    void aRunningStepHasUsedSome();
    void aReadyStepHasWaitedSome();
    void nothingIsLessThanNothing();
    void coverAndTextGoBesideEachOther();
    void aStepWithoutCasesSaysNothing();
    void anOrderWithoutAPlanSaysNothing();
    void aFinishedPlanTakesNoTime();
    void isTheLongestWay();
    void growsWithWhatIsOpen();
};

namespace {

/// A month in which every step waited one hour and ran two; now and then thrice as long.
UsualTimes anHourAndTwo()
{
    BookBuilder builder;
    for (qint64 id = 1; id <= 20; ++id) {
        const bool isSlow = id % 5 == 0;
        for (const StepCategory category : {StepCategory::Cover, StepCategory::Content}) {
            builder.order(id * 10 + qint64(category), OrderStatus::Completed)
                .step("调图", StepStatus::Skipped, "", "11-10 09:00", category)
                .step("印刷", StepStatus::Completed, isSlow ? "11-10 12:00" : "11-10 10:00",
                      isSlow ? "11-10 19:00" : "11-10 12:00", category);
        }
    }
    TimesCollector collector(BookBuilder::now());
    const FactsScope scope = BookBuilder::scope();
    for (const Order &order : builder.book.orders())
        collector.add(order, scope);
    return collector.take();
}

WorkLeft leftOf(const BookBuilder &builder, qint64 id = 1)
{
    static const UsualTimes usual = anHourAndTwo();
    static const FactsScope scope = BookBuilder::scope();
    return workLeft(*builder.book.order(id), usual, scope, BookBuilder::now());
}

} // namespace

void TestWorkLeft::sumsWaitsAndRuns()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Pending)
        .step("印刷", StepStatus::Completed)
        .step("印刷", StepStatus::Skipped)
        .step("印刷", StepStatus::Waiting)
        .step("印刷", StepStatus::Waiting);
    QCOMPARE(leftOf(builder).steps, 2);
    QVERIFY(leftOf(builder).time->usual == 2 * (1h + 2h));
    QVERIFY(leftOf(builder).time->slow == 2 * (3h + 6h)); // nine in ten; no lunch in the wait
}

void TestWorkLeft::aRunningStepHasUsedSome()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::InProgress, "11-23 09:34")
        .step("印刷", StepStatus::Waiting);
    QVERIFY(leftOf(builder).time->usual == 1h + 3h);
    QVERIFY(leftOf(builder).time->slow == 5h + 9h);
}

void TestWorkLeft::aReadyStepHasWaitedSome()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::Completed, "11-23 08:00", "11-23 10:04")
        .step("印刷", StepStatus::Waiting);
    QVERIFY(leftOf(builder).time->usual == 30min + 2h);
}

/// Nobody reported it: what follows is still to be done.
void TestWorkLeft::nothingIsLessThanNothing()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::InProgress, "11-19 09:34")
        .step("印刷", StepStatus::Waiting);
    QVERIFY(leftOf(builder).time->usual == 3h);
}

void TestWorkLeft::coverAndTextGoBesideEachOther()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::Waiting, "", "", StepCategory::Cover)
        .step("覆膜", StepStatus::Waiting, "", "", StepCategory::Cover)
        .step("折页", StepStatus::Waiting)
        .step("胶包", StepStatus::Waiting);
    QVERIFY(leftOf(builder).time->usual == 3 * 3h); // two of the cover, then what joins
    builder.order(2, OrderStatus::Processing)
        .step("印刷", StepStatus::Waiting, "", "", StepCategory::Cover)
        .step("折页", StepStatus::Waiting)
        .step("锁线", StepStatus::Waiting);
    QVERIFY(leftOf(builder, 2).time->usual == 2 * 3h);
}

void TestWorkLeft::aStepWithoutCasesSaysNothing()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::Waiting)
        .step("外调", StepStatus::Waiting, "", "", StepCategory::Unknown);
    QVERIFY(!leftOf(builder).time);
    QCOMPARE(leftOf(builder).steps, 2);
}

void TestWorkLeft::anOrderWithoutAPlanSaysNothing()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing);
    QVERIFY(!leftOf(builder).time);
}

void TestWorkLeft::aFinishedPlanTakesNoTime()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing).step("外调", StepStatus::Completed);
    QVERIFY(leftOf(builder) == (WorkLeft{0, PathTime{}}));
}

namespace {

/// Asked step by step what it waits for, without any order of asking.
std::chrono::seconds endOf(const Order &order, const Step &step, const QSet<QString> &joins)
{
    std::chrono::seconds begin{0};
    for (const Step &other : order.steps) {
        if (!other.isFinished() && isWaitedFor(other, step, joins))
            begin = std::max(begin, endOf(order, other, joins));
    }
    return begin + 3h;
}

Order randomOrder(test::RandomEvents &random)
{
    Order order;
    order.orderId = 1;
    order.status = OrderStatus::Pending;
    const QStringList names{u"印刷"_qs, u"折页"_qs, u"胶包"_qs, u"打包"_qs};
    const int steps = 1 + random.below(10);
    for (int i = 0; i < steps; ++i) {
        Step step;
        step.progressId = i + 1;
        step.name = names.at(random.below(int(names.size())));
        step.order = 1 + random.below(6); // some beside each other
        step.category = random.below(2) == 0 ? StepCategory::Cover : StepCategory::Content;
        step.status = random.below(3) == 0 ? StepStatus::Completed : StepStatus::Waiting;
        order.steps.append(step);
    }
    order.sortSteps();
    return order;
}

} // namespace

/// The law: the time left is the latest end of any step, each after all that it waits for.
void TestWorkLeft::isTheLongestWay()
{
    const UsualTimes usual = anHourAndTwo();
    const FactsScope scope = BookBuilder::scope();
    test::RandomEvents random(test::randomSeed());
    for (int i = 0; i < 300; ++i) {
        const Order order = randomOrder(random);
        std::chrono::seconds last{0};
        for (const Step &step : order.steps) {
            if (!step.isFinished())
                last = std::max(last, endOf(order, step, scope.joinSteps));
        }
        const WorkLeft left = workLeft(order, usual, scope, BookBuilder::now());
        QVERIFY(left.time->usual == last);
        QVERIFY(left.time->slow == 3 * last);
    }
}

/// The law: a step that is opened again never makes an order quicker.
void TestWorkLeft::growsWithWhatIsOpen()
{
    const UsualTimes usual = anHourAndTwo();
    const FactsScope scope = BookBuilder::scope();
    test::RandomEvents random(test::randomSeed());
    for (int i = 0; i < 300; ++i) {
        Order order = randomOrder(random);
        const WorkLeft before = workLeft(order, usual, scope, BookBuilder::now());
        order.steps[random.below(int(order.steps.size()))].status = StepStatus::Waiting;
        const WorkLeft after = workLeft(order, usual, scope, BookBuilder::now());
        QVERIFY(after.time->usual >= before.time->usual);
        QVERIFY(after.time->slow >= before.time->slow);
        QVERIFY(after.steps >= before.steps);
    }
}

QTEST_APPLESS_MAIN(TestWorkLeft)
#include "tst_work_left.moc"
