// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <optional>

namespace pressboard::client {

/// What is told of an order, a column each. The order here is the one they have at first.
enum class OrderColumn {
    Due,
    OrderNo,
    Customer,
    Product,
    Quantity,
    HeldAt,
    Status,
    Progress,
    JobTicket,
    SalesRep,
    Ordered,
    PrintType,
    Note,
};
inline constexpr int orderColumnCount = int(OrderColumn::Note) + 1;

// Behind them stand the shop's own fields of orders, in its order of them.

constexpr OrderColumn customColumn(int field)
{
    return OrderColumn(orderColumnCount + field);
}

/// Which of the shop's own fields it shows; nothing for one of the above.
constexpr std::optional<int> customFieldOf(OrderColumn column)
{
    const int field = int(column) - orderColumnCount;
    return field < 0 ? std::nullopt : std::optional(field);
}

} // namespace pressboard::client
