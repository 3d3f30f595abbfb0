// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_calendar.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono;

WorkCalendar::WorkCalendar(const WorkHours &hours, const QTimeZone &zone, QDate first, QDate last)
    : m_hours(hours)
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

QDate WorkCalendar::dateOf(Moment moment) const
{
    return m_first.addDays(qint64(indexOf(moment)));
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
