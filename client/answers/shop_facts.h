// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/order_facts.h"
#include "shared/state/book.h"

namespace pressboard::client {

/// The facts of all orders of a book, kept order by order. Stubs have no status, so they are
/// counted as no order; their steps ran and were finished all the same.
class ShopFacts
{
public:
    explicit ShopFacts(FactsScope scope);
    ShopFacts(FactsScope scope, const Book &book); ///< of a whole book at once

    /// Counts this order's facts anew; null: it is not in the book any more.
    void update(CrmId orderId, const Order *order);

    const QHash<CrmId, OrderFacts> &orders() const { return m_orders; }
    const WorkCalendar &calendar() const { return m_scope.calendar; }
    const StepNames &names() const { return m_names; }

private:
    FactsScope m_scope;
    StepNames m_names;
    QHash<CrmId, OrderFacts> m_orders;
};

} // namespace pressboard::client
