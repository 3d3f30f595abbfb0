// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/dirty_orders.h"

namespace pressboard::server {

void DirtyOrders::restart(StreamId position, bool stored)
{
    m_since = position;
    m_stored = stored;
    m_touched.clear();
}

std::optional<StreamId> DirtyOrders::base() const
{
    return m_stored ? std::optional(m_since) : std::nullopt;
}

void DirtyOrders::note(const Event &event, const Change &change)
{
    // An event that changes no field of its order still moves the row's position.
    if (event.type == event_type::order || event.type == event_type::progress)
        m_touched.insert(event.orderId(), event.id);
    for (const OrderChange &order : change.orders)
        m_touched.insert(order.orderId, event.id);
    for (const StepChange &step : change.steps)
        m_touched.insert(step.orderId, event.id);
}

void DirtyOrders::settle(StreamId position)
{
    if (position < m_since)
        return; // older than what we know: that it stands there helps nobody
    m_since = position;
    m_stored = true;
    erase_if(m_touched, [position](const auto &entry) { return entry.value() <= position; });
}

} // namespace pressboard::server
