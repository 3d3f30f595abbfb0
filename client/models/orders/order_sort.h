// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_column.h"
#include "shared/state/custom_fields.h"
#include "shared/state/order.h"

#include <QSet>

namespace pressboard::client {

/// What an order is sorted by in one column. Independent of the clock, so that nothing jumps as a
/// minute passes.
struct OrderSortKey
{
    int rank = 0; ///< what is missing or over stands behind, whichever way the column is sorted
    qint64 number = 0;
    QString text;
    bool operator==(const OrderSortKey &) const = default;
};

struct OrderSorting
{
    OrderColumn column = OrderColumn::Due;
    Qt::SortOrder direction = Qt::AscendingOrder;
    bool operator==(const OrderSorting &) const = default;
};

/// Names sort by their pinyin initials, as they are looked for; dates of open orders stand before
/// those of orders that are over, of which the latest comes first. `fields`: the shop's own ones of
/// orders.
OrderSortKey sortKeyOf(const Order &order, OrderColumn column, const QSet<QString> &joinSteps,
                       const QList<CustomField> &fields = {});

/// Less than 0, 0 or more than 0.
int compare(const OrderSortKey &a, const OrderSortKey &b, Qt::SortOrder direction);

} // namespace pressboard::client
