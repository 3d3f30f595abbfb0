// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"

namespace pressboard::client {

/// 手上有多少活，到哪一步？
struct WorkInHand
{
    int pending = 0;
    int processing = 0;
    int open() const { return pending + processing; }
    bool operator==(const WorkInHand &) const = default;
};

WorkInHand workInHand(const ShopFacts &facts);
/// The orders of a status, by their IDs.
QList<CrmId> ordersInHand(const ShopFacts &facts, OrderStatus status);

} // namespace pressboard::client
