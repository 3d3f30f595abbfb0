// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/completed_model.h"

#include <algorithm>

namespace pressboard::client {

CompletedModel::CompletedModel(const BoardScope &scope, QObject *parent)
    : BoardListModel(scope, parent)
{
}

void CompletedModel::addChoices(const Order &order, RowChoices &choices) const
{
    if (entriesOf(order).isEmpty())
        return;
    for (const Step &step : order.steps)
        choices.add(step.name, step.operatorName);
}

QList<CrmId> CompletedModel::ordersOfToday() const
{
    QList<CrmId> orders;
    for (const auto &entry : entries()) {
        if (entry->row.completedLocal.date() == scope().today())
            orders.append(entry->row.orderId);
    }
    std::sort(orders.begin(), orders.end());
    return orders;
}

bool CompletedModel::passes(const Order &order, const BoardEntry &) const
{
    return std::any_of(order.steps.begin(), order.steps.end(),
                       [this](const Step &step) { return view().filter.passes(step); });
}

QList<BoardEntry> CompletedModel::entriesOf(const Order &order) const
{
    if (order.status != OrderStatus::Completed || !order.completedAt)
        return {};
    // Most orders of a book were done long ago: a calendar is not asked for each of them.
    if (scope().now() - *order.completedAt > std::chrono::days(daysListed + 1))
        return {};
    const qint64 ms = order.completedAt->time_since_epoch().count();
    const auto local = QDateTime::fromMSecsSinceEpoch(ms, scope().store().zone());
    if (local.date().daysTo(scope().today()) >= daysListed)
        return {};
    BoardEntry entry = entryOf(order);
    entry.row.completedAt = order.completedAt;
    entry.row.completedLocal = local;
    if (order.deliveryDate.isValid())
        entry.row.daysEarly = int(local.date().daysTo(order.deliveryDate));
    entry.sort = {-ms, 0};
    return {entry};
}

} // namespace pressboard::client
