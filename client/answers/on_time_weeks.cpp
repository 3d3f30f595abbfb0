// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/on_time_weeks.h"

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int daysOfWeek = 7;

bool isCounted(const OrderFacts &order)
{
    return order.isOpen() || (order.status == OrderStatus::Completed && order.completed.isValid());
}

bool isOnTime(const OrderFacts &order)
{
    return order.completed.isValid() && order.completed <= order.due;
}

} // namespace

OnTimeWeeks onTimeWeeks(const ShopFacts &facts, QDate today)
{
    const QDate thisMonday = today.addDays(1 - today.dayOfWeek());
    const QDate first = thisMonday.addDays(-daysOfWeek * OnTimeWeeks::count);
    OnTimeWeeks answer;
    for (int i = 0; i < OnTimeWeeks::count; ++i)
        answer.weeks[size_t(i)].monday = first.addDays(daysOfWeek * i);
    for (const OrderFacts &order : facts.orders()) {
        if (!order.due.isValid() || order.due < first || order.due >= thisMonday
            || !isCounted(order))
            continue;
        OnTimeWeeks::Week &week = answer.weeks[size_t(first.daysTo(order.due) / daysOfWeek)];
        ++week.due;
        week.onTime += isOnTime(order);
    }
    return answer;
}

QList<CrmId> ordersDueInWeek(const ShopFacts &facts, QDate monday)
{
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        const qint64 day = order.due.isValid() ? monday.daysTo(order.due) : -1;
        if (day >= 0 && day < daysOfWeek && isCounted(order))
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
