// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/retirement.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pressboard::server {

namespace {

bool isFinished(const Order &order)
{
    return order.status == OrderStatus::Completed || order.status == OrderStatus::Cancelled;
}

OptionalMoment finishedAt(const Order &order)
{
    if (order.completedAt)
        return order.completedAt;
    if (order.statusSince)
        return order.statusSince;
    if (!order.touched.isNull())
        return momentOf(order.touched);
    return std::nullopt;
}

OptionalMoment touchedAt(StreamId touched)
{
    return touched.isNull() ? OptionalMoment() : momentOf(touched);
}

/// Neither it nor a step of it was heard of since.
OptionalMoment lastHeardOf(const Order &order)
{
    OptionalMoment last = std::max({touchedAt(order.touched), order.statusSince, order.createdAt});
    for (const Step &step : order.steps)
        last = std::max({last, touchedAt(step.touched), step.statusSince});
    return last;
}

/// From when on it is in the way; nothing when it is open, or nobody knows.
OptionalMoment doneSince(const Order &order)
{
    if (order.isOpen())
        return std::nullopt;
    return isFinished(order) ? finishedAt(order) : lastHeardOf(order);
}

} // namespace

QList<CrmId> ordersToRetire(const Book &book, Moment before, qsizetype most)
{
    std::vector<std::pair<Moment, CrmId>> done;
    for (const Order &order : book.orders()) {
        const OptionalMoment at = doneSince(order);
        if (at && *at < before)
            done.emplace_back(*at, order.orderId);
    }
    std::sort(done.begin(), done.end());
    QList<CrmId> ids;
    for (const auto &[at, orderId] : done) {
        if (ids.size() >= most)
            break;
        ids << orderId;
    }
    return ids;
}

} // namespace pressboard::server
