// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/answer_sheet.h"
#include "client/models/board_entry.h"
#include "tests/client/answers/book_builder.h"
#include "tests/support/count_from_scratch.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using pressboard::test::countFromScratch;
using namespace std::chrono_literals;
using test::BookBuilder;

/// The laws: facts kept order by order through any events are those of the whole book, and the
/// answers are what one finds by asking each order, each step and the time zone anew.
class TestAnswersLaw : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void incrementalIsWhole();
    void columnsSumToTheBooksCounts();
    void hoursAreWhatTheStepsSay_data();
    void hoursAreWhatTheStepsSay();
    void durationsAreWhatTheStepsSay();
    void weeksAreWhatTheOrdersSay();
    void everyFigureLeadsToItsOrders();

private:
    Moment now() const { return momentOf(m_book.position); }
    QDate today() const { return dateAt(now(), BookBuilder::zone()); }
    FactsScope scope() const;
    ShopFacts facts() const { return ShopFacts(scope(), m_book); }

    Book m_book;
    QList<Change> m_changes;
};

namespace {

constexpr int events = 3000; ///< some 50 days

const QStringList joinSteps = defaultJoinSteps();

template<typename Visit> void forEachStep(const Book &book, Visit visit)
{
    for (const Order &order : book.orders()) {
        for (const Step &step : order.steps)
            visit(order, step);
    }
}

OptionalMoment endOf(const Step &step)
{
    if (step.status != StepStatus::Completed)
        return std::nullopt;
    return step.endTime ? step.endTime : step.statusSince;
}

} // namespace

FactsScope TestAnswersLaw::scope() const
{
    return {WorkCalendar(BookBuilder::hours(), BookBuilder::zone(), QDate(2026, 9, 1),
                         QDate(2027, 12, 31)),
            QSet<QString>(joinSteps.begin(), joinSteps.end()), Moment{}};
}

void TestAnswersLaw::initTestCase()
{
    test::RandomEvents random(test::randomSeed());
    for (const Event &event : random.next(events))
        m_changes.append(apply(m_book, event));
    QVERIFY(!m_book.orders().isEmpty());
}

void TestAnswersLaw::incrementalIsWhole()
{
    test::RandomEvents random(test::randomSeed());
    Book book;
    ShopFacts kept(scope());
    for (int round = 0; round < 20; ++round) {
        for (const Event &event : random.next(50)) {
            const Change change = apply(book, event);
            for (const OrderChange &order : change.orders)
                kept.update(order.orderId, book.order(order.orderId));
            for (const StepChange &step : change.steps)
                kept.update(step.orderId, book.order(step.orderId));
        }
        const RangeScope at{momentOf(book.position), 0ms};
        const ShopFacts whole(scope(), book);
        QVERIFY(answersFrom(kept, TimeRange::Last7Days, at)
                == answersFrom(whole, TimeRange::Last7Days, at));
    }
}

void TestAnswersLaw::columnsSumToTheBooksCounts()
{
    const QSet<QString> joins(joinSteps.begin(), joinSteps.end());
    const Stats stats = countFromScratch(m_book, joins, today());
    const DueColumns due = dueColumns(facts(), today());
    qint64 open = due.later + due.undated;
    for (const DueColumns::Column &column : due.columns)
        open += column.open();
    QCOMPARE(open, stats.pendingOrders + stats.processingOrders);
    const WorkInHand work = workInHand(facts());
    QCOMPARE(qint64(work.pending), stats.pendingOrders);
    QCOMPARE(qint64(work.processing), stats.processingOrders);
    QCOMPARE(qint64(stepQueue(facts(), now()).ready()), stats.readySteps);
    // 紧急 is overdue, today and three days.
    qint64 urgent = 0;
    for (int column = 0; column <= DueColumns::today + 3; ++column)
        urgent += due.columns[size_t(column)].open();
    QCOMPARE(urgent, stats.urgentOrders);
}

void TestAnswersLaw::hoursAreWhatTheStepsSay_data()
{
    QTest::addColumn<TimeRange>("range");
    for (int range = 0; range < timeRanges; ++range)
        QTest::addRow("%d", range) << TimeRange(range);
}

void TestAnswersLaw::hoursAreWhatTheStepsSay()
{
    QFETCH(TimeRange, range);
    const FinishedColumns answer = finishedColumns(facts(), range, {now(), 0ms});
    int sum = 0;
    for (const FinishedColumns::Column &column : answer.columns) {
        int found = 0;
        forEachStep(m_book, [&](const Order &, const Step &step) {
            const OptionalMoment end = endOf(step);
            found += end && *end >= column.begin && *end < column.end && *end <= now();
        });
        QCOMPARE(column.finished, found);
        sum += found;
        QVERIFY(answer.isComparable() || column.usual == 0);
    }
    QCOMPARE(answer.finished, sum);
}

void TestAnswersLaw::durationsAreWhatTheStepsSay()
{
    QHash<QString, QList<qint64>> times;
    forEachStep(m_book, [&](const Order &, const Step &step) {
        const OptionalMoment end = endOf(step);
        if (end && step.startTime && *step.startTime <= *end && *end <= now()
            && *end >= now() - StepDurations::memory)
            times[step.name].append(
                std::chrono::floor<std::chrono::seconds>(
                    BookBuilder::hours().between(*step.startTime, *end, BookBuilder::zone()))
                    .count());
    });
    const StepDurations answer = stepDurations(facts(), now());
    QCOMPARE(answer.rows.size(), times.size());
    for (const StepDurations::Row &row : answer.rows) {
        QList<qint64> sorted = times.value(row.step);
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(row.times.cases, int(sorted.size()));
        QCOMPARE(row.times.median.count(), sorted.at((sorted.size() - 1) / 2));
        const auto noLonger = [&](std::chrono::seconds time) {
            return std::upper_bound(sorted.begin(), sorted.end(), time.count()) - sorted.begin();
        };
        QVERIFY(noLonger(row.times.p90) * 10 >= sorted.size() * 9);
        QVERIFY(noLonger(row.times.p90 - 1s) * 10 < sorted.size() * 9);
    }
}

void TestAnswersLaw::weeksAreWhatTheOrdersSay()
{
    for (const OnTimeWeeks::Week &week : onTimeWeeks(facts(), today()).weeks) {
        int due = 0;
        int onTime = 0;
        for (const Order &order : m_book.orders()) {
            const bool isDone = order.status == OrderStatus::Completed;
            if (order.deliveryDate < week.monday || order.deliveryDate >= week.monday.addDays(7)
                || !(order.isOpen() || (isDone && order.completedAt)))
                continue;
            ++due;
            onTime +=
                isDone && dateAt(*order.completedAt, BookBuilder::zone()) <= order.deliveryDate;
        }
        QCOMPARE(week.due, due);
        QCOMPARE(week.onTime, onTime);
    }
}

void TestAnswersLaw::everyFigureLeadsToItsOrders()
{
    const ShopFacts all = facts();
    const AnswerSheet sheet = answersFrom(all, TimeRange::Last7Days, {now(), 0ms});
    for (int i = 0; i < DueColumns::count; ++i) {
        const DueColumns::Column &column = sheet.due.columns[size_t(i)];
        QCOMPARE(ordersDue(all, today(), i).size(), column.open());
    }
    for (const OnTimeWeeks::Week &week : sheet.onTime.weeks)
        QCOMPARE(ordersDueInWeek(all, week.monday).size(), week.due);
    QCOMPARE(ordersInHand(all, OrderStatus::Pending).size(), sheet.inHand.pending);
    // An order has several steps in the others.
    for (const StepQueue::Row &row : sheet.queue.rows) {
        const qsizetype orders = ordersQueued(all, row.step).size();
        QVERIFY(orders > 0 && orders <= row.ready);
    }
    for (const StepDurations::Row &row : sheet.durations.rows) {
        const qsizetype orders = ordersTimed(all, row.step, now()).size();
        QVERIFY(orders > 0 && orders <= row.times.cases);
    }
}

QTEST_APPLESS_MAIN(TestAnswersLaw)
#include "tst_answers_law.moc"
