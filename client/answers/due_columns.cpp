// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_columns.h"

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int none = -1;

/// The column an order stands in; `count` when it is due later.
int columnOf(const OrderFacts &order, QDate today)
{
    if (!order.due.isValid() || (!order.isOpen() && order.status != OrderStatus::Completed))
        return none;
    const qint64 days = today.daysTo(order.due);
    if (days < 0)
        return order.isOpen() ? DueColumns::overdue : none;
    return int(std::min<qint64>(days + DueColumns::today, DueColumns::count));
}

void count(DueColumns::Column &column, OrderStatus status)
{
    column.pending += status == OrderStatus::Pending;
    column.processing += status == OrderStatus::Processing;
    column.completed += status == OrderStatus::Completed;
}

} // namespace

int DueColumns::busiest() const
{
    const auto least = [](const Column &a, const Column &b) { return a.open() < b.open(); };
    const auto from = columns.begin() + today + 1;
    const auto most = std::max_element(from, columns.end(), least);
    return most->open() == 0 ? 0 : int(most - columns.begin());
}

DueColumns dueColumns(const ShopFacts &facts, QDate today)
{
    DueColumns due;
    for (int i = DueColumns::today; i < DueColumns::count; ++i)
        due.columns[size_t(i)].day = today.addDays(i - DueColumns::today);
    for (const OrderFacts &order : facts.orders()) {
        const int column = columnOf(order, today);
        if (column == none)
            due.undated += order.isOpen();
        else if (column == DueColumns::count)
            due.later += order.isOpen();
        else
            count(due.columns[size_t(column)], order.status);
        due.beforeBinding += column == DueColumns::today && order.beforeBinding;
    }
    return due;
}

QList<CrmId> ordersDue(const ShopFacts &facts, QDate today, int column)
{
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        if (order.isOpen() && columnOf(order, today) == column)
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QList<CrmId> ordersBeforeBinding(const ShopFacts &facts, QDate today)
{
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        if (order.beforeBinding && columnOf(order, today) == DueColumns::today)
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
