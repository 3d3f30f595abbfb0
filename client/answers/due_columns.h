// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"

#include <array>

namespace pressboard::client {

/// 今天要交的，来得及吗？后面两周挤不挤？ The first column is what is overdue, then one a day from
/// today on. Every open order is in a column, later, or undated.
struct DueColumns
{
    static constexpr int count = 14;
    static constexpr int overdue = 0;
    static constexpr int today = 1;

    struct Column
    {
        QDate day; ///< null in the column of the overdue
        int pending = 0; ///< 待处理
        int processing = 0; ///< 处理中
        int completed = 0; ///< 已完成: no part of the work, so of no height; none among the overdue
        int open() const { return pending + processing; }
        bool operator==(const Column &) const = default;
    };

    std::array<Column, count> columns;
    int beforeBinding = 0; ///< of today's open orders
    int later = 0; ///< open, due after the last column
    int undated = 0; ///< open, without a date

    /// The day after today with most open orders, the first of equals; 0 when there is none.
    int busiest() const;
    bool operator==(const DueColumns &) const = default;
};

DueColumns dueColumns(const ShopFacts &facts, QDate today);
/// The open orders of a column, by their IDs: as many as stand over it.
QList<CrmId> ordersDue(const ShopFacts &facts, QDate today, int column);
/// Those of today's open orders that are not at binding yet, by their IDs.
QList<CrmId> ordersBeforeBinding(const ShopFacts &facts, QDate today);

} // namespace pressboard::client
