// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"
#include "shared/state/views.h"

#include <QSet>

#include <optional>

namespace pressboard::client {

/// Which due dates are wanted. The three tiers of 紧急, one of them, or any.
enum class DueFilter { Any, Urgent, Overdue, Today, Within3Days };

/// Which orders are wanted, beside what is searched for.
struct OrderFilter
{
    std::optional<OrderStatus> status;
    std::optional<PrintType> printType;
    DueFilter due = DueFilter::Any;
    QSet<CrmId> among; ///< these alone: the orders behind a bar of a chart; empty: all

    bool operator==(const OrderFilter &) const = default;
};

/// How many orders of each status all the other filters let through.
struct OrderCounts
{
    qint64 all = 0;
    qint64 byStatus[5] = {}; ///< by OrderStatus

    qint64 of(std::optional<OrderStatus> status) const
    {
        return status ? byStatus[size_t(*status)] : all;
    }
    void add(OrderStatus status, int sign)
    {
        all += sign;
        byStatus[size_t(status)] += sign;
    }
    bool operator==(const OrderCounts &) const = default;
};

} // namespace pressboard::client
