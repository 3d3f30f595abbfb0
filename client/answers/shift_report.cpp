// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/shift_report.h"

#include "client/answers/spread.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace pressboard::client {
namespace {

struct Window
{
    Moment from{};
    Moment to{};
    bool holds(Moment moment) const { return moment >= from && moment < to; }
};

void count(QHash<int, ShiftReport::Row> &rows, const OrderFacts &order, const Window &shift,
           const Window &weekBefore)
{
    for (const FinishedStep &step : order.finished) {
        if (shift.holds(step.end))
            ++rows[step.name].finished;
        else if (weekBefore.holds(step.end))
            ++rows[step.name].weekBefore;
    }
    for (const OpenStep &step : order.open) {
        ShiftReport::Row &row = rows[step.name];
        row.running += step.state == OpenStep::State::Running;
        row.ready += step.state == OpenStep::State::Ready;
    }
}

Moment firstFinished(const ShopFacts &facts)
{
    Moment first = Moment::max();
    for (const OrderFacts &order : facts.orders()) {
        for (const FinishedStep &step : order.finished)
            first = std::min(first, step.end);
    }
    return first;
}

bool standsBefore(const ShiftReport::Row &a, const ShiftReport::Row &b)
{
    return std::tuple(-a.finished, -a.running, -a.ready, a.step)
        < std::tuple(-b.finished, -b.running, -b.ready, b.step);
}

void add(ShiftReport::Row &sum, const ShiftReport::Row &row)
{
    sum.finished += row.finished;
    sum.weekBefore += row.weekBefore;
    sum.running += row.running;
    sum.ready += row.ready;
}

} // namespace

std::optional<int> ShiftReport::percentMore() const
{
    if (!isComparable || all.weekBefore < fewestCases)
        return std::nullopt;
    return int(std::lround((all.finished - all.weekBefore) * 100.0 / all.weekBefore));
}

ShiftReport shiftReport(const ShopFacts &facts, ShiftPick pick, const ShiftSpan &span, Moment now)
{
    ShiftReport report;
    report.pick = pick;
    report.span = span;
    report.isOver = span.end() <= now;
    const Window shift{span.begin(), std::min(span.end(), now)};
    const ShiftSpan before = span.earlier(1);
    // Of one that is not over, as long as this one works now.
    const Window weekBefore{before.begin(),
                            report.isOver
                                ? before.end()
                                : std::min(before.end(), before.begin() + (shift.to - shift.from))};
    QHash<int, ShiftReport::Row> rows;
    for (const OrderFacts &order : facts.orders())
        count(rows, order, shift, weekBefore);
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        row->step = facts.names().at(row.key());
        add(report.all, *row);
        report.rows.append(*row);
    }
    std::sort(report.rows.begin(), report.rows.end(), &standsBefore);
    report.isComparable = firstFinished(facts) <= weekBefore.from;
    return report;
}

QList<CrmId> ordersOfShift(const ShopFacts &facts, const ShiftSpan &span, const QStringList &steps)
{
    QList<CrmId> ids;
    const Window shift{span.begin(), span.end()};
    for (const OrderFacts &order : facts.orders()) {
        const auto belongs = [&](const FinishedStep &step) {
            return shift.holds(step.end) && steps.contains(facts.names().at(step.name));
        };
        if (std::any_of(order.finished.begin(), order.finished.end(), belongs))
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
