// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_calendar.h"

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono;

WorkCalendar::WorkCalendar(const WorkHours &hours, const QTimeZone &zone, QDate first, QDate last)
    : m_hours(hours)
    , m_zone(zone)
    , m_first(first)
    , m_perDay(hours.perDay())
{
    const qint64 days = first.daysTo(last) + 1;
    m_midnights.reserve(size_t(days) + 1);
    for (qint64 day = 0; day <= days; ++day) {
        const QDateTime midnight = first.addDays(day).startOfDay(zone);
        m_midnights.push_back(Moment(milliseconds(midnight.toMSecsSinceEpoch())));
    }
}

size_t WorkCalendar::indexOf(Moment moment) const
{
    // A guess by days of 24 hours; where clocks are put forward or back it is off by one.
    const auto guess = duration_cast<days>(moment - m_midnights.front()).count();
    const auto last = std::ptrdiff_t(m_midnights.size()) - 2;
    auto index = size_t(std::clamp<std::ptrdiff_t>(guess, 0, last));
    if (index > 0 && moment < m_midnights[index])
        --index;
    else if (std::ptrdiff_t(index) < last && moment >= m_midnights[index + 1])
        ++index;
    return index;
}

milliseconds WorkCalendar::workedUntil(Moment moment) const
{
    const Moment within = std::clamp(moment, m_midnights.front(), m_midnights.back());
    const size_t day = indexOf(within);
    return qint64(day) * m_perDay + m_hours.before(within - m_midnights[day]);
}

seconds WorkCalendar::between(Moment from, Moment to) const
{
    if (to <= from)
        return seconds::zero();
    if (m_hours.isRoundTheClock())
        return floor<seconds>(to - from);
    return floor<seconds>(workedUntil(to) - workedUntil(from));
}

Moment WorkCalendar::reached(size_t day, milliseconds work) const
{
    const Moment midnight = m_midnights[day];
    milliseconds early{0};
    milliseconds late = m_midnights[day + 1] - midnight;
    while (late - early > 1ms) {
        const milliseconds middle = early + (late - early) / 2;
        (m_hours.before(middle) >= work ? late : early) = middle;
    }
    return midnight + late;
}

OptionalMoment WorkCalendar::whenWorked(Moment from, seconds work) const
{
    if (work <= seconds::zero())
        return from;
    if (m_hours.isRoundTheClock())
        return from + work < m_midnights.back() ? OptionalMoment(from + work) : std::nullopt;
    const milliseconds worked = workedUntil(from) + work;
    // Who is ready with the day's last minute is ready today, not tomorrow morning.
    const auto day = size_t((worked - 1ms) / m_perDay);
    if (day + 1 >= m_midnights.size())
        return std::nullopt;
    return std::max(from, reached(day, worked - m_perDay * std::int64_t(day)));
}

QDate WorkCalendar::dateOf(Moment moment) const
{
    return m_first.addDays(qint64(indexOf(moment)));
}

QDateTime WorkCalendar::clockAt(Moment moment) const
{
    const size_t day = indexOf(moment);
    const milliseconds time = moment - m_midnights[day];
    const bool isOrdinary = m_midnights[day + 1] - m_midnights[day] == 24h;
    if (!isOrdinary || time < 0ms || time >= 24h)
        return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), m_zone);
    return QDateTime(m_first.addDays(qint64(day)),
                     QTime::fromMSecsSinceStartOfDay(int(time.count())), Qt::UTC);
}

Moment WorkCalendar::startOf(QDate day) const
{
    const qint64 last = qint64(m_midnights.size()) - 1;
    return m_midnights[size_t(std::clamp<qint64>(m_first.daysTo(day), 0, last))];
}

bool WorkCalendar::covers(QDate day) const
{
    const qint64 index = m_first.daysTo(day);
    return index >= 0 && index < qint64(m_midnights.size()) - 1;
}

} // namespace pressboard::client
