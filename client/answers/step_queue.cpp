// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_queue.h"

#include <algorithm>
#include <tuple>

namespace pressboard::client {
namespace {

using Times = std::vector<std::chrono::seconds>;

void queue(StepQueue::Row &row, const OrderFacts &order, const OpenStep &step,
           const WorkCalendar &calendar, Moment now)
{
    ++row.ready;
    if (!step.since)
        return;
    // Of equals the first order, so that a hash's order is never seen.
    const auto waited = calendar.between(*step.since, now);
    const bool isLonger = row.longestOrder.isNull() || waited > row.longest;
    if (isLonger || (waited == row.longest && order.orderId < row.longestOrder)) {
        row.longest = waited;
        row.longestOrder = order.orderId;
    }
}

void collect(std::vector<StepQueue::Row> &rows, std::vector<Times> &waits, const ShopFacts &facts,
             Moment now)
{
    for (const OrderFacts &order : facts.orders()) {
        for (const OpenStep &step : order.open) {
            if (step.state == OpenStep::State::Ready)
                queue(rows[size_t(step.name)], order, step, facts.calendar(), now);
        }
        for (const FinishedStep &step : order.finished) {
            if (step.waited && step.endedWithin(StepQueue::memory, now))
                waits[size_t(step.name)].push_back(*step.waited);
        }
    }
}

bool standsBefore(const StepQueue::Row &a, const StepQueue::Row &b)
{
    return std::tie(b.ready, a.step) < std::tie(a.ready, b.step);
}

} // namespace

int StepQueue::ready() const
{
    int sum = 0;
    for (const Row &row : rows)
        sum += row.ready;
    return sum;
}

StepQueue stepQueue(const ShopFacts &facts, Moment now)
{
    std::vector<StepQueue::Row> rows(size_t(facts.names().count()));
    std::vector<Times> waits(rows.size());
    collect(rows, waits, facts, now);
    StepQueue queue;
    for (size_t name = 0; name < rows.size(); ++name) {
        StepQueue::Row &row = rows[name];
        if (row.ready == 0)
            continue;
        row.step = facts.names().at(int(name));
        row.waits = spreadOf(std::move(waits[name]));
        queue.rows.append(std::move(row));
    }
    std::sort(queue.rows.begin(), queue.rows.end(), standsBefore);
    return queue;
}

QList<CrmId> ordersQueued(const ShopFacts &facts, const QString &step)
{
    const int name = facts.names().known(step);
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        const bool isQueued =
            std::any_of(order.open.begin(), order.open.end(), [name](const OpenStep &open) {
                return open.name == name && open.state == OpenStep::State::Ready;
            });
        if (isQueued)
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
