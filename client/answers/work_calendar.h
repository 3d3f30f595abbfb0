// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/work_hours.h"

#include <QDateTime>
#include <QTimeZone>

#include <vector>

namespace pressboard::client {

/// The shop's days and hours of work as a table, because the answers ask for hundreds of thousands
/// of dates and working times, and a time zone answers slowly. Moments before its first day are
/// read as that day's beginning, those after its last as its end.
class WorkCalendar
{
public:
    /// Both dates are in it; `last` is not before `first`.
    WorkCalendar(const WorkHours &hours, const QTimeZone &zone, QDate first, QDate last);

    /// How much of [from, to) was work; zero when `to` is not after `from`.
    std::chrono::seconds between(Moment from, Moment to) const;
    /// The first moment by which so much was worked since `from`; null when that is
    /// after the last day. `work` is not negative.
    OptionalMoment whenWorked(Moment from, std::chrono::seconds work) const;
    QDate dateOf(Moment moment) const;
    /// What the shop's clock shows then; of the result only date() and time() mean something, so
    /// that no time zone is asked.
    QDateTime clockAt(Moment moment) const;
    /// Midnight of a day, in the shop.
    Moment startOf(QDate day) const;
    bool covers(QDate day) const;

private:
    /// Since a day that does not matter.
    std::chrono::milliseconds workedUntil(Moment moment) const;
    /// The first moment of a day by which so much of that day's work is done.
    Moment reached(size_t day, std::chrono::milliseconds work) const;
    size_t indexOf(Moment moment) const;

    WorkHours m_hours;
    QTimeZone m_zone;
    QDate m_first;
    std::chrono::milliseconds m_perDay;
    std::vector<Moment> m_midnights; ///< one more than days
};

} // namespace pressboard::client
