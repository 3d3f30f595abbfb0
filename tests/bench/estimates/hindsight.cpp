// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/estimates/hindsight.h"

#include "client/answers/due_estimate.h"
#include "shared/state/views.h"

#include <algorithm>

namespace pressboard::bench {

using namespace client;
using namespace std::chrono_literals;

namespace {

constexpr auto warmUp = std::chrono::days(21); ///< before that nobody knew what is usual

void rewind(Step &step, Moment moment)
{
    if (step.isFinished() && step.endTime && *step.endTime <= moment)
        return;
    const bool isBegun = step.startTime && *step.startTime <= moment;
    step.status = isBegun ? StepStatus::InProgress : StepStatus::Waiting;
    step.statusSince = isBegun ? step.startTime : OptionalMoment();
    step.endTime.reset();
    if (!isBegun)
        step.startTime.reset();
}

bool isBegun(const Order &order)
{
    return std::any_of(order.steps.begin(), order.steps.end(),
                       [](const Step &step) { return step.status != StepStatus::Waiting; });
}

FactsScope scopeOf(const PastWork &past)
{
    const QStringList joins = defaultJoinSteps();
    Moment first = Moment::max();
    Moment last = Moment::min();
    for (const Order &order : past.book.orders()) {
        if (!order.orderDate || !order.completedAt)
            continue;
        first = std::min(first, *order.orderDate);
        last = std::max(last, *order.completedAt);
    }
    return {WorkCalendar(past.hours, past.zone, dateAt(first, past.zone).addDays(-40),
                         dateAt(last, past.zone).addDays(200)),
            QSet<QString>(joins.begin(), joins.end()), Moment::min() + 1h};
}

OptionalMoment askedAt(const Order &order, When when)
{
    const Moment begin = *order.orderDate;
    const Moment end = *order.completedAt;
    if (when == When::HalfTime)
        return begin + (end - begin) / 2;
    return end - begin > 24h ? OptionalMoment(end - 24h) : std::nullopt;
}

/// What was usual at the begin of each day, collected once a day.
class UsualOfDays
{
public:
    UsualOfDays(const PastWork &past, const FactsScope &scope)
        : m_past(past)
        , m_scope(scope)
    {
    }
    const UsualTimes &at(Moment moment)
    {
        const QDate day = m_scope.calendar.dateOf(moment);
        if (!m_known.contains(day)) {
            TimesCollector collector(m_scope.calendar.startOf(day));
            for (const Order &order : m_past.book.orders())
                collector.add(order, m_scope);
            m_known.insert(day, collector.take());
        }
        return *m_known.constFind(day);
    }

private:
    const PastWork &m_past;
    const FactsScope &m_scope;
    QHash<QDate, UsualTimes> m_known;
};

QList<const Order *> finishedOrders(const PastWork &past)
{
    QList<const Order *> orders;
    Moment first = Moment::max();
    for (const Order &order : past.book.orders()) {
        if (order.orderDate)
            first = std::min(first, *order.orderDate);
        if (order.status == OrderStatus::Completed && order.orderDate && order.completedAt)
            orders.append(&order);
    }
    orders.removeIf([first](const Order *order) { return *order->orderDate < first + warmUp; });
    std::sort(orders.begin(), orders.end(),
              [](const Order *a, const Order *b) { return a->orderId < b->orderId; });
    return orders;
}

} // namespace

Order asOf(const Order &order, Moment moment)
{
    Order then = order;
    for (Step &step : then.steps)
        rewind(step, moment);
    then.completedAt.reset();
    then.statusSince.reset();
    then.status = isBegun(then) ? OrderStatus::Processing : OrderStatus::Pending;
    return then;
}

QList<Prediction> predictions(const PastWork &past, When when, int wanted)
{
    const FactsScope scope = scopeOf(past);
    UsualOfDays usual(past, scope);
    const QList<const Order *> all = finishedOrders(past);
    QList<Prediction> made;
    for (int i = 0; i < std::min<int>(wanted, int(all.size())); ++i) {
        const Order &order =
            *all.at(qsizetype(i) * all.size() / std::min<int>(wanted, int(all.size())));
        const OptionalMoment then = askedAt(order, when);
        if (!then)
            continue;
        const Order known = asOf(order, *then);
        const WorkLeft left = workLeft(known, usual.at(*then), scope, *then);
        Prediction prediction;
        prediction.verdict = dueJudgement(known, left, scope.calendar, *then).verdict;
        prediction.expected = left.time.value_or(PathTime{}).usual;
        prediction.slow = left.time.value_or(PathTime{}).slow;
        prediction.really = scope.calendar.between(*then, *order.completedAt);
        prediction.wasLate = dateAt(*order.completedAt, past.zone)
            > std::max(order.deliveryDate, dateAt(*then, past.zone));
        made.append(prediction);
    }
    return made;
}

} // namespace pressboard::bench
