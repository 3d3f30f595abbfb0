// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shift_span.h"
#include "client/answers/shop_facts.h"

namespace pressboard::client {

/// 夜班干了什么，留下什么？ By step: what a shift finished, beside the same shift a week before up
/// to the same time; and what runs and what could be started now, which the next one takes over.
struct ShiftReport
{
    struct Row
    {
        QString step;
        int finished = 0;
        int weekBefore = 0;
        int running = 0;
        int ready = 0;
        bool operator==(const Row &) const = default;
    };

    ShiftPick pick = ShiftPick::Night;
    ShiftSpan span;
    bool isOver = false;
    QList<Row> rows; ///< most finished first, then what runs, then what waits
    Row all; ///< of all steps
    bool isComparable = false; ///< the book reaches back to the shift a week before

    /// How much more than a week before, rounded; negative is less. Nothing when that says little.
    std::optional<int> percentMore() const;
    bool operator==(const ShiftReport &) const = default;
};

ShiftReport shiftReport(const ShopFacts &facts, ShiftPick pick, const ShiftSpan &span, Moment now);
/// The orders of which the shift finished one of these steps, by their IDs.
QList<CrmId> ordersOfShift(const ShopFacts &facts, const ShiftSpan &span, const QStringList &steps);

} // namespace pressboard::client
