// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/waiting_model.h"

namespace pressboard::client {

WaitingModel::WaitingModel(const BoardScope &scope, QObject *parent)
    : BoardListModel(scope, parent)
{
}

QList<BoardEntry> WaitingModel::entriesOf(const Order &order) const
{
    QList<BoardEntry> entries;
    if (order.stub || order.status != OrderStatus::Processing)
        return entries;
    for (const Step &step : order.steps) {
        if (step.status != StepStatus::Waiting || isReady(order, step, scope().joinSteps()))
            continue;
        BoardEntry entry = entryOf(order, step);
        entry.since = step.statusSince;
        entry.sort = byDueThenSince(order, step.statusSince);
        entries.append(std::move(entry));
    }
    return entries;
}

} // namespace pressboard::client
