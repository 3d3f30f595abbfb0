// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/time_range.h"

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int hoursOfDay = 24;
constexpr int daysOfWeek = 7;

/// A time of a day of the shop.
struct LocalTime
{
    QDate day;
    std::chrono::milliseconds sinceMidnight{0};
};

RangeColumns hoursFrom(const LocalTime &from, const WorkCalendar &calendar)
{
    const Moment begin = calendar.startOf(from.day) + from.sinceMidnight;
    RangeColumns columns;
    for (int hour = 0; hour <= hoursOfDay; ++hour)
        columns.edges.append(begin + hour * 1h);
    return columns;
}

RangeColumns daysFrom(const LocalTime &from, int count, const WorkCalendar &calendar)
{
    RangeColumns columns;
    for (int day = 0; day <= count; ++day)
        columns.edges.append(calendar.startOf(from.day.addDays(day)) + from.sinceMidnight);
    return columns;
}

/// 23 full hours and the one that runs.
LocalTime dayAgo(Moment now, const WorkCalendar &calendar)
{
    const QDate today = calendar.dateOf(now);
    const auto hour = std::chrono::floor<std::chrono::hours>(now - calendar.startOf(today)) + 1h;
    return hour >= 24h ? LocalTime{today, hour - 24h} : LocalTime{today.addDays(-1), hour};
}

} // namespace

TimeRange usualRange(QTime local)
{
    return local < QTime(12, 0) ? TimeRange::Last24Hours : TimeRange::Today;
}

int RangeColumns::columnOf(Moment moment) const
{
    if (moment < edges.first() || moment >= edges.last() || moment > until)
        return -1;
    return int(std::upper_bound(edges.begin(), edges.end(), moment) - edges.begin()) - 1;
}

RangeColumns columnsOf(TimeRange range, const RangeScope &scope, const WorkCalendar &calendar,
                       int weeksEarlier)
{
    const QDate shopDay = calendar.dateOf(scope.now - scope.dayStart);
    const auto day = [&](int daysBack) {
        return LocalTime{shopDay.addDays(-daysBack - daysOfWeek * weeksEarlier), scope.dayStart};
    };
    const auto columns = [&]() -> RangeColumns {
        switch (range) {
        case TimeRange::Today:
            return hoursFrom(day(0), calendar);
        case TimeRange::Yesterday:
            return hoursFrom(day(1), calendar);
        case TimeRange::Last7Days:
            return daysFrom(day(6), 7, calendar);
        case TimeRange::Last30Days:
            return daysFrom(day(29), 30, calendar);
        case TimeRange::Last24Hours:
            break;
        }
        LocalTime from = dayAgo(scope.now, calendar);
        from.day = from.day.addDays(-daysOfWeek * weeksEarlier);
        return hoursFrom(from, calendar);
    };
    RangeColumns answer = columns();
    const QDate today = calendar.dateOf(scope.now);
    const Moment sameTime = calendar.startOf(today.addDays(-daysOfWeek * weeksEarlier))
        + (scope.now - calendar.startOf(today));
    answer.until = std::min(sameTime, answer.edges.last());
    return answer;
}

} // namespace pressboard::client
