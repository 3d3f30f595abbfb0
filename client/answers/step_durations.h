// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"
#include "client/answers/spread.h"

namespace pressboard::client {

/// 这道工序一般要多久？ How long steps ran that were finished lately.
struct StepDurations
{
    static constexpr std::chrono::days memory{30};

    struct Row
    {
        QString step;
        Spread times;
        bool operator==(const Row &) const = default;
    };

    /// The longest median first; steps with too few cases last, by name.
    QList<Row> rows;
    bool operator==(const StepDurations &) const = default;
};

StepDurations stepDurations(const ShopFacts &facts, Moment now);
/// The orders whose times are in a row, by their IDs.
QList<CrmId> ordersTimed(const ShopFacts &facts, const QString &step, Moment now);

} // namespace pressboard::client
