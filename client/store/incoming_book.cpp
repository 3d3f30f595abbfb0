// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/incoming_book.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {
namespace {

StreamId lastTouchOf(const Order &order)
{
    StreamId last = order.touched;
    for (const Step &step : order.steps)
        last = std::max(last, step.touched);
    return last;
}

} // namespace

bool IncomingBook::add(const protocol::SnapshotPart &part, const Book &current, TextPool &texts)
{
    const bool isNext = part.part == m_part + 1 && (m_part == 0 || part.parts == m_parts);
    if (!isNext || part.parts > mostParts
        || m_book.orders().size() + part.orders.size() > mostOrders)
        return false;
    m_part = part.part;
    m_parts = part.parts;
    for (Order order : part.orders) {
        const Order *known = current.order(order.orderId);
        if (known != nullptr && *known == order)
            order = *known;
        else
            texts.share(order);
        m_lastTouch = std::max(m_lastTouch, lastTouchOf(order));
        m_book.putOrder(std::move(order));
    }
    for (const Notice &notice : part.notices)
        m_book.addNotice(notice);
    return m_part <= m_parts;
}

bool IncomingBook::hold(const protocol::ServerMessage &message)
{
    m_held.append(message);
    return m_held.size() <= mostHeld;
}

Book IncomingBook::take(const protocol::Synced &synced)
{
    m_book.epoch = synced.epoch;
    m_book.advanceTo(synced.position);
    return std::exchange(m_book, Book());
}

} // namespace pressboard::client
