// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "client/models/sort_column.h"

namespace pressboard::client {

/// Where a row stands in its list by itself: what must stop first, then by these, then by order
/// number and IDs, so that the order of rows is total and nothing jumps without a reason.
/// Independent of the clock.
struct SortKey
{
    qint64 first = 0;
    qint64 second = 0;
    bool operator==(const SortKey &) const = default;
};

/// A row as a list keeps it: what the book says. What the clock says (due tier, elapsed, the blue
/// edge) and what the other rows say (the shared prefix) is added when the row is read, so that a
/// minute that passes costs nothing but a repaint.
struct BoardEntry
{
    BoardRow row;
    OptionalMoment since; ///< begin of BoardRow::elapsed
    SortKey sort;
    SortColumn column; ///< follows from the rest and from how the list is sorted

    bool operator==(const BoardEntry &other) const
    {
        return row == other.row && since == other.since && sort == other.sort;
    }
};

bool standsBefore(const BoardEntry &a, const BoardEntry &b);

/// The order's part of every row.
BoardEntry entryOf(const Order &order);
/// The same with a step.
BoardEntry entryOf(const Order &order, const Step &step);
/// The same with the step it is held at, if any is left, and since when.
BoardEntry heldEntry(const Order &order, const QSet<QString> &joinSteps);
/// Due first, then what waits or runs longest; orders without a date last.
SortKey byDueThenSince(const Order &order, OptionalMoment since);

/// What of a row depends on the clock: its due tier, and how long it runs or waits.
void tellTime(BoardRow &row, OptionalMoment since, Moment now, QDate today);

/// Since when a step runs; null when nobody said.
OptionalMoment runningSince(const Step &step);
/// `step` of the same order cannot begin before `other` is done.
bool isWaitedFor(const Step &other, const Step &step, const QSet<QString> &joinSteps);
/// When the last thing a step waits for was done; null when it waits for nothing, or nobody said.
OptionalMoment earlierStepsDone(const Order &order, const Step &step,
                                const QSet<QString> &joinSteps);
/// Binding joins cover and text: until its first join step can begin, an order is far from done.
bool hasNotReachedBinding(const Order &order, const QSet<QString> &joinSteps);
/// Since when a waiting step could have been started: when the last thing it waited for was done.
OptionalMoment readySince(const Order &order, const Step &step, const QSet<QString> &joinSteps);

} // namespace pressboard::client
