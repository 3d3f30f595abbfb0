// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"
#include "client/answers/spread.h"

#include <array>

namespace pressboard::client {

/// 上周按期交了多少？ Of the orders due in a week, how many were completed by their date. One that
/// is still open counts as late; one that was completed nobody knows when counts nowhere.
struct OnTimeWeeks
{
    static constexpr int count = 8;

    struct Week
    {
        QDate monday;
        int due = 0;
        int onTime = 0;
        bool isEnough() const { return due >= fewestCases; }
        int percent() const { return due == 0 ? 0 : (onTime * 200 + due) / (2 * due); }
        bool operator==(const Week &) const = default;
    };

    std::array<Week, count> weeks; ///< the last one is the week before today's
    bool operator==(const OnTimeWeeks &) const = default;
};

OnTimeWeeks onTimeWeeks(const ShopFacts &facts, QDate today);
/// The orders due in a week, by their IDs.
QList<CrmId> ordersDueInWeek(const ShopFacts &facts, QDate monday);

} // namespace pressboard::client
