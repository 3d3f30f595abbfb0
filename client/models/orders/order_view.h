// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_filter.h"
#include "client/models/orders/order_sort.h"

namespace pressboard::client {

/// How the page of orders was filtered and sorted, kept over a restart as a text like
/// "status:2 due:overdue sort:-customer". What makes no sense counts as not chosen; orders behind
/// a bar of a chart are not kept, they are another day's.
struct OrderView
{
    OrderFilter filter;
    OrderSorting sorting;

    /// `fields`: the names of the shop's own ones, by one of which it may be sorted.
    QString toText(const QStringList &fields = {}) const;
    static OrderView fromText(const QString &text, const QStringList &fields = {});
    bool operator==(const OrderView &) const = default;
};

} // namespace pressboard::client
