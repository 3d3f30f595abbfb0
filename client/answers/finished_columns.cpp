// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/finished_columns.h"

#include "client/answers/spread.h"

#include <algorithm>
#include <cmath>

namespace pressboard::client {
namespace {

/// The columns of the range and of the weeks before it, and what fell into them.
struct Counts
{
    Counts(RangeColumns range, int weeksEarlier)
        : columns(std::move(range))
        , untilSameTime(columns.until)
        , finished(size_t(columns.count()))
    {
        // Of the past the whole column counts; this week's future is a clock that goes wrong.
        if (weeksEarlier > 0)
            columns.until = columns.edges.last();
    }
    void count(Moment end)
    {
        const int column = columns.columnOf(end);
        if (column < 0)
            return;
        ++finished[size_t(column)];
        untilNow += end <= untilSameTime;
    }
    RangeColumns columns;
    Moment untilSameTime; ///< of the day as now
    std::vector<int> finished;
    int untilNow = 0;
};

/// Answers when the first step was finished that is known.
Moment countAll(std::vector<Counts> &weeks, const ShopFacts &facts)
{
    Moment first = Moment::max();
    for (const OrderFacts &order : facts.orders()) {
        for (const FinishedStep &step : order.finished) {
            first = std::min(first, step.end);
            for (Counts &week : weeks)
                week.count(step.end);
        }
    }
    return first;
}

void compare(FinishedColumns &answer, std::vector<Counts> earlier, Moment knownSince)
{
    std::erase_if(earlier, [knownSince](const Counts &week) {
        return week.columns.edges.first() < knownSince;
    });
    int cases = 0;
    for (const Counts &week : earlier)
        cases += week.untilNow;
    if (cases < fewestCases)
        return;
    answer.weeks = int(earlier.size());
    answer.usual = double(cases) / answer.weeks;
    for (qsizetype i = 0; i < answer.columns.size(); ++i) {
        int sum = 0;
        for (const Counts &week : earlier)
            sum += week.finished[size_t(i)];
        answer.columns[i].usual = double(sum) / answer.weeks;
    }
}

} // namespace

int FinishedColumns::percentMore() const
{
    return usual > 0 ? int(std::lround((finished - usual) * 100 / usual)) : 0;
}

FinishedColumns finishedColumns(const ShopFacts &facts, TimeRange range, const RangeScope &scope)
{
    std::vector<Counts> weeks;
    for (int week = 0; week <= FinishedColumns::weeksCompared; ++week)
        weeks.emplace_back(columnsOf(range, scope, facts.calendar(), week), week);
    const Moment knownSince = countAll(weeks, facts);

    const Counts now = std::move(weeks.front());
    weeks.erase(weeks.begin());
    FinishedColumns answer;
    answer.range = range;
    answer.finished = now.untilNow;
    for (int i = 0; i < now.columns.count(); ++i)
        answer.columns.append(
            {now.columns.edges.at(i), now.columns.edges.at(i + 1), now.finished[size_t(i)], 0});
    compare(answer, std::move(weeks), knownSince);
    return answer;
}

QList<CrmId> ordersFinishing(const ShopFacts &facts, Moment from, Moment to)
{
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        const auto belongs = [from, to](const FinishedStep &step) {
            return step.end >= from && step.end < to;
        };
        if (std::any_of(order.finished.begin(), order.finished.end(), belongs))
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
