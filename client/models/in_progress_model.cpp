// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/in_progress_model.h"

namespace pressboard::client {

InProgressModel::InProgressModel(const BoardScope &scope, Part part, QObject *parent)
    : BoardListModel(scope, parent)
    , m_part(part)
{
}

bool InProgressModel::belongs(const BoardEntry &entry) const
{
    const BoardRow &row = entry.row;
    const bool isOverdue =
        row.isOpen && dueTier(row.deliveryDate, scope().today()) == DueTier::Overdue;
    const bool isLong = entry.since && scope().now() - *entry.since > forgottenAfter;
    const bool isForgotten = isLong && !isOverdue && !row.mustStop;
    return isForgotten == (m_part == Part::Unreported);
}

QList<BoardEntry> InProgressModel::entriesOf(const Order &order) const
{
    QList<BoardEntry> entries;
    for (const Step &step : order.steps) {
        if (step.status != StepStatus::InProgress)
            continue;
        BoardEntry entry = entryOf(order, step);
        entry.since = runningSince(step);
        entry.row.mustStop = scope().marks().mustStop(order, step);
        if (!belongs(entry))
            continue;
        entry.sort = byDueThenSince(order, entry.since);
        entry.row.unreported = m_part == Part::Unreported;
        entries.append(std::move(entry));
    }
    return entries;
}

QSet<CrmId> InProgressModel::outgrown() const
{
    QSet<CrmId> orders;
    for (const auto &entry : entries()) {
        if (!belongs(*entry))
            orders.insert(entry->row.orderId);
    }
    return orders;
}

} // namespace pressboard::client
