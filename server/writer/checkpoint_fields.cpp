// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/checkpoint_fields.h"

#include "server/follower/stored_book.h"

namespace pressboard::server {

CheckpointFields::CheckpointFields(const EventLog &log, const std::optional<QList<CrmId>> &orders)
    : m_place(log.place())
    , m_epoch(log.book().epoch)
    , m_book(log.book())
    , m_orders(orders ? *orders : log.book().orders().keys())
    , m_sets{"meta", StoredBook::metaValue(log.book(), log.steadySince(), m_place, log.loss())}
{
}

void CheckpointFields::write(int rows)
{
    if (isReady())
        return;
    while (rows > 0 && m_next < m_orders.size())
        rows -= writeOrder(m_orders.at(m_next++));
    if (m_next == m_orders.size())
        m_book.reset();
}

/// Answers how many rows that were.
int CheckpointFields::writeOrder(const CrmId &orderId)
{
    const QByteArray field = StoredBook::orderField(orderId);
    const Order *order = m_book->order(orderId);
    if (!order) {
        m_deletes << field;
        return 1;
    }
    m_sets << field << StoredBook::orderValue(*order);
    return 1 + int(order->steps.size());
}

} // namespace pressboard::server
