// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/spread.h"
#include "client/answers/work_calendar.h"
#include "shared/state/book.h"

#include <QHash>

#include <optional>

namespace pressboard::client {

/// How long these steps usually run, in working time, by what was finished in the month before
/// `now`. Walks all orders of the book once.
QHash<QString, Spread> usualDurations(const Book &book, const QStringList &steps,
                                      const WorkCalendar &calendar, Moment now);

/// When a step that began at `start` will be done if it takes `usual` of working time; null when
/// that time is over already, or the calendar does not reach so far.
OptionalMoment expectedEnd(Moment start, std::chrono::seconds usual, const WorkCalendar &calendar,
                           Moment now);

} // namespace pressboard::client
