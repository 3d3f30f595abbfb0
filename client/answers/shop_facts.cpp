// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/shop_facts.h"

namespace pressboard::client {

ShopFacts::ShopFacts(FactsScope scope)
    : m_scope(std::move(scope))
{
}

ShopFacts::ShopFacts(FactsScope scope, const Book &book)
    : ShopFacts(std::move(scope))
{
    for (const Order &order : book.orders())
        update(order.orderId, &order);
}

void ShopFacts::update(CrmId orderId, const Order *order)
{
    if (order == nullptr)
        m_orders.remove(orderId);
    else
        m_orders.insert(orderId, factsOf(*order, m_scope, m_names));
}

} // namespace pressboard::client
