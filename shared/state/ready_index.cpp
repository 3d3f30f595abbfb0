// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/views.h"

#include <algorithm>

namespace pressboard {
namespace {

int countReady(const Order *order, const QSet<QString> &joinSteps)
{
    if (!order || order->status != OrderStatus::Processing)
        return 0; // most orders of a book are done: their steps need not be looked at
    return int(std::count_if(order->steps.begin(), order->steps.end(),
                             [&](const Step &step) { return isReady(*order, step, joinSteps); }));
}

} // namespace

ReadyIndex::ReadyIndex(QStringList joinSteps)
    : m_joinSteps(joinSteps.begin(), joinSteps.end())
{
}

void ReadyIndex::rebuild(const Book &book)
{
    m_readyOfOrder.clear();
    m_count = 0;
    for (const Order &order : book.orders())
        setOrder(order.orderId, countReady(&order, m_joinSteps));
}

void ReadyIndex::update(const Book &book, const Change &change)
{
    for (const OrderChange &row : change.orders)
        setOrder(row.orderId, countReady(book.order(row.orderId), m_joinSteps));
    for (const StepChange &row : change.steps)
        setOrder(row.orderId, countReady(book.order(row.orderId), m_joinSteps));
}

void ReadyIndex::setOrder(const CrmId &orderId, int ready)
{
    const int before =
        ready == 0 ? m_readyOfOrder.take(orderId) : std::exchange(m_readyOfOrder[orderId], ready);
    m_count += ready - before;
}

} // namespace pressboard
