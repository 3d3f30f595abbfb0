// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/usual_times.h"

namespace pressboard::client {

/// Two sums along the critical path of an order, in working time: with half of the cases, and with
/// nine in ten of each step, which is more than nine in ten of the whole.
struct PathTime
{
    std::chrono::seconds usual{0};
    std::chrono::seconds slow{0}; ///< not less than `usual`
    bool operator==(const PathTime &) const = default;
};

/// What is still to be done of an order.
struct WorkLeft
{
    int steps = 0; ///< that are not finished
    /// Null: one of the steps has too few cases, or nobody planned any.
    std::optional<PathTime> time;
    bool operator==(const WorkLeft &) const = default;
};

/// Each open step waits in its queue and runs, after those it waits for; cover and text go beside
/// each other until they are joined. What a running step ran already is taken off, and what a ready
/// one waited. Pure.
WorkLeft workLeft(const Order &order, const UsualTimes &usual, const FactsScope &scope, Moment now);

} // namespace pressboard::client
