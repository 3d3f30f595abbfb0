// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/shifts.h"
#include "shared/base/time.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace pressboard::client {

/// A shift of one day. When the clocks change in it, it is an hour shorter or longer.
struct ShiftSpan
{
    Shift shift;
    QDate day; ///< on which it begins
    QTimeZone zone;

    Moment begin() const;
    Moment end() const;
    /// The same shift so many weeks before.
    ShiftSpan earlier(int weeks) const { return {shift, day.addDays(-7 * weeks), zone}; }
    bool operator==(const ShiftSpan &) const = default;
};

/// Which shift the manager asks about.
enum class ShiftPick {
    Night, ///< 昨夜夜班: the last that began yesterday and passed midnight
    Last, ///< the last that is over
    Current, ///< the one that works now
};
inline constexpr ShiftPick shiftPicks[] = {ShiftPick::Night, ShiftPick::Last, ShiftPick::Current};

/// Nothing where there is none: no shift works now, or the night is the last one anyway.
std::optional<ShiftSpan> shiftSpan(ShiftPick pick, const Shifts &shifts, Moment now,
                                   const QTimeZone &zone);

} // namespace pressboard::client
