// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

/// The log's own entries, pressboard.*.
namespace pressboard::rules {

/// {date, stats}: the shop's day began, with these numbers (without them: the computed ones).
void dayRule(Book &book, const Event &event, Change &change);
/// {order_ids}: finished orders leave the rows and stay in the totals. One that was opened again
/// since the writer chose it stays.
void retireRule(Book &book, const Event &event, Change &change);
/// {as_of, complete}: an import ended. When it was complete, there is no unseen past any more.
void importRule(Book &book, const Event &event, Change &change);
/// {from, to}: entries of that time were trimmed away before anybody read them. There is a past
/// that we never saw.
void gapRule(Book &book, const Event &event, Change &change);

} // namespace pressboard::rules
