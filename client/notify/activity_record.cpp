// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/activity_record.h"

#include "client/notify/board_news.h"
#include "client/notify/toast_policy.h"

#include <algorithm>

namespace pressboard::client {

ActivityRecord::ActivityRecord(const Event &event, const Change &change, const Circumstances &then)
    : m_event(event)
    , m_change(change)
    , m_joinSteps(then.joinSteps)
    , m_zone(then.zone)
    , m_now(then.now)
    , m_profile(then.profile)
{
    for (const OrderChange &order : change.orders)
        keep(order.orderId, then.book);
    for (const StepChange &step : change.steps)
        keep(step.orderId, then.book);
}

ActivityRecord::ActivityRecord(QDate watchedFrom, const QList<News> &late,
                               const Circumstances &then)
    : m_watchedFrom(watchedFrom)
    , m_joinSteps(then.joinSteps)
    , m_zone(then.zone)
    , m_now(then.now)
    , m_profile(then.profile)
{
    for (const News &news : late)
        keep(news.toast.orderId, then.book);
}

void ActivityRecord::keep(CrmId orderId, const Book &book)
{
    const Order *order = book.order(orderId);
    const bool isKept = std::any_of(m_orders.begin(), m_orders.end(),
                                    [&](const Order &kept) { return kept.orderId == orderId; });
    if (order != nullptr && !isKept)
        m_orders.append(*order);
}

QList<News> ActivityRecord::tell() const
{
    Book book;
    for (const Order &order : m_orders)
        book.putOrder(order);
    const Circumstances then{book, m_joinSteps, m_zone, m_now, m_profile};
    return m_watchedFrom.isValid() ? newlyOverdue(m_watchedFrom, then)
                                   : ToastPolicy::newsOf(m_event, m_change, then);
}

} // namespace pressboard::client
