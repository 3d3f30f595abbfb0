// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/urgent_model.h"

namespace pressboard::client {

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
