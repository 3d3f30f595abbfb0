// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"
#include "client/answers/time_range.h"

namespace pressboard::client {

/// 昨天和夜班干了多少，比平时呢？ Completed steps of a range, beside the mean of the same weekdays
/// of the four weeks before, or of as many of them as the book knows.
struct FinishedColumns
{
    static constexpr int weeksCompared = 4;

    struct Column
    {
        Moment begin{};
        Moment end{};
        int finished = 0;
        double usual = 0; ///< of the whole column, also of one that is not over
        bool operator==(const Column &) const = default;
    };

    TimeRange range = TimeRange::Last24Hours;
    QList<Column> columns;
    int finished = 0; ///< in all columns
    /// Weeks the mean is of; 0 when too little is known to compare with.
    int weeks = 0;
    double usual = 0; ///< up to the same time of the day as now

    bool isComparable() const { return weeks > 0; }
    /// How much more than usual, rounded; negative is less.
    int percentMore() const;
    bool operator==(const FinishedColumns &) const = default;
};

FinishedColumns finishedColumns(const ShopFacts &facts, TimeRange range, const RangeScope &scope);
/// The orders with a step completed in [from, to), by their IDs.
QList<CrmId> ordersFinishing(const ShopFacts &facts, Moment from, Moment to);

} // namespace pressboard::client
