// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_in_hand.h"

#include <algorithm>

namespace pressboard::client {

WorkInHand workInHand(const ShopFacts &facts)
{
    WorkInHand work;
    for (const OrderFacts &order : facts.orders()) {
        work.pending += order.status == OrderStatus::Pending;
        work.processing += order.status == OrderStatus::Processing;
    }
    return work;
}

QList<CrmId> ordersInHand(const ShopFacts &facts, OrderStatus status)
{
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        if (order.status == status)
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
