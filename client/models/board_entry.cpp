// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_entry.h"

#include "client/models/order_number.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace pressboard::client {
namespace {

constexpr qint64 last = std::numeric_limits<qint64>::max();

} // namespace

bool standsBefore(const BoardEntry &a, const BoardEntry &b)
{
    if (a.row.mustStop != b.row.mustStop)
        return a.row.mustStop;
    if (const int byColumn = a.column.compare(b.column); byColumn != 0)
        return byColumn < 0;
    return std::tie(a.sort.first, a.sort.second, a.row.orderNo, a.row.orderId, a.row.progressId)
        < std::tie(b.sort.first, b.sort.second, b.row.orderNo, b.row.orderId, b.row.progressId);
}

BoardEntry entryOf(const Order &order)
{
    BoardEntry entry;
    BoardRow &row = entry.row;
    row.orderId = order.orderId;
    row.orderNo = format::orderNumber(order);
    row.customer = order.customerName;
    row.product = order.productName;
    row.quantity = order.quantity;
    row.unit = order.unit;
    row.deliveryDate = order.deliveryDate;
    row.isOpen = order.isOpen();
    row.progress = progress(order);
    return entry;
}

BoardEntry entryOf(const Order &order, const Step &step)
{
    BoardEntry entry = entryOf(order);
    BoardRow &row = entry.row;
    row.progressId = step.progressId;
    row.stepName = step.name;
    row.category = step.category;
    row.stepStatus = step.status;
    if (step.status == StepStatus::Unknown)
        row.stepWord = step.statusDisplay;
    row.operatorName = step.operatorName;
    if (const Step *previous = previousStep(order, step))
        row.previousStep = previous->name;
    return entry;
}

BoardEntry heldEntry(const Order &order, const QSet<QString> &joinSteps)
{
    const Step *held = heldAt(order, joinSteps);
    if (!held)
        return entryOf(order);
    BoardEntry entry = entryOf(order, *held);
    entry.row.progressId = {}; // a row is an order here, whatever it is held at
    if (held->status == StepStatus::InProgress)
        entry.since = runningSince(*held);
    else if (isReady(order, *held, joinSteps))
        entry.since = readySince(order, *held, joinSteps);
    else
        entry.since = held->statusSince;
    return entry;
}

SortKey byDueThenSince(const Order &order, OptionalMoment since)
{
    return {order.deliveryDate.isValid() ? order.deliveryDate.toJulianDay() : last,
            since ? since->time_since_epoch().count() : last};
}

void tellTime(BoardRow &row, OptionalMoment since, Moment now, QDate today)
{
    using std::chrono::seconds;
    row.due = row.isOpen ? dueTier(row.deliveryDate, today) : DueTier::None;
    row.dueDays = row.deliveryDate.isValid() ? int(today.daysTo(row.deliveryDate)) : 0;
    row.completedToday = row.completedLocal.isValid() && row.completedLocal.date() == today;
    if (since)
        row.elapsed = std::max(std::chrono::floor<seconds>(now - *since), seconds(0));
}

OptionalMoment runningSince(const Step &step)
{
    return step.startTime ? step.startTime : step.statusSince;
}

bool isWaitedFor(const Step &other, const Step &step, const QSet<QString> &joinSteps)
{
    const bool joins = step.category == StepCategory::Content && joinSteps.contains(step.name);
    const bool isEarlier = other.category == step.category && other.order < step.order;
    return isEarlier || (joins && other.category == StepCategory::Cover);
}

OptionalMoment earlierStepsDone(const Order &order, const Step &step,
                                const QSet<QString> &joinSteps)
{
    OptionalMoment done;
    for (const Step &other : order.steps) {
        if (isWaitedFor(other, step, joinSteps))
            done = std::max(done, other.endTime ? other.endTime : other.statusSince);
    }
    return done;
}

OptionalMoment readySince(const Order &order, const Step &step, const QSet<QString> &joinSteps)
{
    return std::max(
        {step.statusSince, order.statusSince, earlierStepsDone(order, step, joinSteps)});
}

bool hasNotReachedBinding(const Order &order, const QSet<QString> &joinSteps)
{
    const auto binding =
        std::find_if(order.steps.begin(), order.steps.end(), [&](const Step &step) {
            return step.category == StepCategory::Content && joinSteps.contains(step.name);
        });
    return binding != order.steps.end() && binding->status == StepStatus::Waiting
        && !isReady(order, *binding, joinSteps);
}

} // namespace pressboard::client
