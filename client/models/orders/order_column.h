// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

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

} // namespace pressboard::client
