// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/ready_model.h"

namespace pressboard::client {

ReadyModel::ReadyModel(const BoardScope &scope, QObject *parent)
    : BoardListModel(scope, parent)
{
}

QList<BoardEntry> ReadyModel::entriesOf(const Order &order) const
{
    QList<BoardEntry> entries;
    if (order.status != OrderStatus::Processing)
        return entries;
    for (const Step &step : order.steps) {
        if (!isReady(order, step, scope().joinSteps()))
            continue;
        BoardEntry entry = entryOf(order, step);
        entry.since = readySince(order, step, scope().joinSteps());
        entry.sort = byDueThenSince(order, entry.since);
        entry.row.isNew = scope().marks().isNew(step);
        entries.append(std::move(entry));
    }
    return entries;
}

} // namespace pressboard::client
