// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/work_calendar.h"

#include <QList>
#include <QTime>

namespace pressboard::client {

/// Which past the manager asks about.
enum class TimeRange { Last24Hours, Today, Yesterday, Last7Days, Last30Days };
inline constexpr int timeRanges = 5;

/// In the morning one asks about the night, later about the day.
TimeRange usualRange(QTime local);

/// A range cut into hours, or into the shop's days where it has more than one.
struct RangeColumns
{
    /// Where columns begin, and where the last one ends; ascending.
    QList<Moment> edges;
    /// Now, if that is before the end: what comes after cannot have happened yet.
    Moment until{};

    int count() const { return int(edges.size()) - 1; }
    /// The column a moment is in, -1 when in none.
    int columnOf(Moment moment) const;
};

struct RangeScope
{
    Moment now{};
    std::chrono::milliseconds dayStart{0}; ///< the shop's day begins so long after midnight
};

/// The columns of a range, or of the same weekdays so many weeks earlier.
RangeColumns columnsOf(TimeRange range, const RangeScope &scope, const WorkCalendar &calendar,
                       int weeksEarlier = 0);

} // namespace pressboard::client
