// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/estimates/hindsight.h"

namespace pressboard::bench {

/// A quarter of what `pressboardctl simulate` makes up: any step is begun or finished at any
/// moment, by day and by night, so that times have long tails and due dates mean little.
PastWork simulatedQuarter(quint64 seed);

/// A harder one: machines with queues, the nearest due date first but not always; work from 08:00
/// to 20:00 with lunch, no Sundays, some machines through the night; Mondays bring twice as much;
/// a step in fifteen is reported hours or days late. Some 7 orders a day are what it can do; with 9
/// its queues grow week by week, and what was usual last month is not any more.
PastWork hardQuarter(quint64 seed, int ordersADay);

} // namespace pressboard::bench
