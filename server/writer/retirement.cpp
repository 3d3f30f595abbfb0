// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/retirement.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pressboard::server {

static bool isFinished(const Order &order)
{
    return order.status == OrderStatus::Completed || order.status == OrderStatus::Cancelled;
}

static OptionalMoment finishedAt(const Order &order)
{
    if (order.completedAt)
        return order.completedAt;
    if (order.statusSince)
        return order.statusSince;
    if (!order.touched.isNull())
        return momentOf(order.touched);
    return std::nullopt;
}

QList<qint64> ordersToRetire(const Book &book, Moment before, qsizetype most)
{
    std::vector<std::pair<Moment, qint64>> finished;
    for (const Order &order : book.orders()) {
        const OptionalMoment at = isFinished(order) ? finishedAt(order) : std::nullopt;
        if (at && *at < before)
            finished.emplace_back(*at, order.orderId);
    }
    std::sort(finished.begin(), finished.end());
    QList<qint64> ids;
    for (const auto &[at, orderId] : finished) {
        if (ids.size() >= most)
            break;
        ids << orderId;
    }
    return ids;
}

} // namespace pressboard::server
