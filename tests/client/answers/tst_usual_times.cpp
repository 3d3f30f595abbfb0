// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_durations.h"
#include "client/answers/usual_times.h"
#include "tests/client/answers/book_builder.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

class TestUsualTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAStepByItsName();
    void ofARareStepByItsCategory();
    void ofNothingNothing();
    void runsAreThoseOfTheChart();
    void whatIsLeftIsThatOfTheLongerCases();
    void longerThanEverLeavesNothing();
    void theLongerItTookTheLessIsSpent();
};

namespace {

UsualTimes usualOf(const Book &book, Moment now = BookBuilder::now())
{
    TimesCollector collector(now);
    const FactsScope scope = BookBuilder::scope();
    for (const Order &order : book.orders())
        collector.add(order, scope);
    return collector.take();
}

/// An order whose second step waited an hour and ran two.
void addCase(BookBuilder &builder, qint64 id, const char *step)
{
    builder.order(id, OrderStatus::Processing)
        .step("调图", StepStatus::Completed, "11-10 08:00", "11-10 09:00")
        .step(step, StepStatus::Completed, "11-10 10:00", "11-10 12:00");
}

Step named(const char *name, StepCategory category = StepCategory::Content)
{
    Step step;
    step.name = QString::fromUtf8(name);
    step.category = category;
    return step;
}

} // namespace

void TestUsualTimes::ofAStepByItsName()
{
    BookBuilder builder;
    for (qint64 id = 1; id <= 5; ++id)
        addCase(builder, id, "印刷");
    const UsualTimes usual = usualOf(builder.book);
    QVERIFY(usual.of(named("印刷")).wait->whole().median == 1h);
    QVERIFY(usual.of(named("印刷")).run->whole().median == 2h);
    QVERIFY(usual.of(named("调图")).run->whole().p90 == 1h);
}

void TestUsualTimes::ofARareStepByItsCategory()
{
    BookBuilder builder;
    for (qint64 id = 1; id <= 4; ++id)
        addCase(builder, id, "印刷");
    addCase(builder, 5, "折页");
    const UsualTimes usual = usualOf(builder.book);
    QVERIFY(usual.of(named("印刷")).wait->whole().median == 1h);
    QCOMPARE(usual.of(named("印刷")).wait->whole().cases, 5);
    QCOMPARE(usual.of(named("击凸")).run->whole().cases, 10); // with the five of 调图
    QVERIFY(usual.of(named("击凸", StepCategory::Cover)).run == nullptr);
}

void TestUsualTimes::ofNothingNothing()
{
    const UsualTimes usual = usualOf({});
    QVERIFY(usual.of(named("印刷")).wait == nullptr);
    QVERIFY(usual.of(named("印刷")).run == nullptr);
}

/// The law: what runs usually is what the chart of durations says.
void TestUsualTimes::runsAreThoseOfTheChart()
{
    const QStringList names{u"印刷"_qs, u"折页"_qs, u"胶包"_qs};
    test::RandomEvents random(test::randomSeed());
    BookBuilder builder;
    for (qint64 id = 1; id <= 200; ++id) {
        Order order;
        order.orderId = id;
        order.status = OrderStatus::Processing;
        Step step = named(names.at(random.below(3)).toUtf8().constData());
        step.progressId = id;
        step.status = StepStatus::Completed;
        step.endTime = BookBuilder::now() - std::chrono::minutes(random.below(50 * 24 * 60));
        step.startTime = *step.endTime - std::chrono::minutes(random.below(600));
        order.steps.append(step);
        builder.book.putOrder(order);
    }
    const UsualTimes usual = usualOf(builder.book);
    const StepDurations chart = stepDurations(builder.facts(), BookBuilder::now());
    QCOMPARE(chart.rows.size(), 3);
    for (const StepDurations::Row &row : chart.rows)
        QVERIFY(usual.of(named(row.step.toUtf8().constData())).run->whole() == row.times);
}

void TestUsualTimes::whatIsLeftIsThatOfTheLongerCases()
{
    std::vector<std::chrono::seconds> times;
    for (int hour = 1; hour <= 20; ++hour)
        times.push_back(std::chrono::hours(hour));
    const CaseTimes cases(times);
    QVERIFY(cases.rest(0s) == (Spread{20, 10h, 18h}));
    // 11 cases took ten hours and more: half of them no longer than 15, nine in ten than 19.
    QVERIFY(cases.rest(10h) == (Spread{11, 5h, 9h}));
    QVERIFY(cases.rest(16h) == (Spread{5, 2h, 4h}));
}

/// Too few took so long: it should be done any moment, or nobody said that it is.
void TestUsualTimes::longerThanEverLeavesNothing()
{
    const CaseTimes cases({1h, 1h, 2h, 2h, 3h, 3h});
    QVERIFY(cases.rest(150min).median == 0s);
    QVERIFY(cases.rest(150min).p90 == 30min);
    QVERIFY(cases.rest(99h).p90 == 0s);
    QVERIFY(CaseTimes().rest(1h) == Spread());
}

/// The law: used and left together never become less, and nine in ten is never before half.
void TestUsualTimes::theLongerItTookTheLessIsSpent()
{
    test::RandomEvents random(test::randomSeed());
    std::vector<std::chrono::seconds> times;
    for (int i = 0; i < 200; ++i)
        times.push_back(std::chrono::seconds(random.below(36'000)));
    const CaseTimes cases(times);
    std::chrono::seconds before{0};
    for (auto used = 0s; cases.rest(used).median > 0s; used += 100s) {
        const Spread rest = cases.rest(used);
        QVERIFY(rest.p90 >= rest.median);
        QVERIFY(used + rest.median >= before);
        before = used + rest.median;
    }
}

QTEST_APPLESS_MAIN(TestUsualTimes)
#include "tst_usual_times.moc"
