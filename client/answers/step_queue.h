// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"
#include "client/answers/spread.h"

namespace pressboard::client {

/// 活堵在哪道工序？ What could be started and was not, per step.
struct StepQueue
{
    /// How far back the usual waits were collected.
    static constexpr std::chrono::days memory{30};

    struct Row
    {
        QString step;
        int ready = 0; ///< now
        Spread waits; ///< of those that were started lately
        /// The one that waits longest now; 0 when nobody knows since when.
        CrmId longestOrder;
        std::chrono::seconds longest{0};
        bool operator==(const Row &) const = default;
    };

    QList<Row> rows; ///< the longest queue first, then by name
    int ready() const; ///< in all rows
    bool operator==(const StepQueue &) const = default;
};

StepQueue stepQueue(const ShopFacts &facts, Moment now);
/// The orders in the queue of a step, by their IDs.
QList<CrmId> ordersQueued(const ShopFacts &facts, const QString &step);

} // namespace pressboard::client
