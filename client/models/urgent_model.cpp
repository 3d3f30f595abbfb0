// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/urgent_model.h"

namespace pressboard::client {
namespace {

/// With the step it is held at, if any is left.
BoardEntry heldEntry(const Order &order, const QSet<QString> &joinSteps)
{
    const Step *held = heldAt(order, joinSteps);
    if (!held)
        return entryOf(order);
    BoardEntry entry = entryOf(order, *held);
    entry.row.progressId = 0; // a row is an order here, whatever it is held at
    if (held->status == StepStatus::InProgress)
        entry.since = runningSince(*held);
    else if (isReady(order, *held, joinSteps))
        entry.since = readySince(order, *held, joinSteps);
    else
        entry.since = held->statusSince;
    return entry;
}

} // namespace

UrgentModel::UrgentModel(const BoardScope &scope, QObject *parent)
    : BoardListModel(scope, parent)
{
}

QList<BoardEntry> UrgentModel::entriesOf(const Order &order) const
{
    if (order.stub || !isUrgent(dueTier(order, scope().today())))
        return {};
    BoardEntry entry = heldEntry(order, scope().joinSteps());
    entry.sort = byDueThenSince(order, std::nullopt);
    return {entry};
}

} // namespace pressboard::client
