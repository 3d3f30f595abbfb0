// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/in_progress_model.h"

namespace pressboard::client {

InProgressModel::InProgressModel(const BoardScope &scope, Part part, QObject *parent)
    : BoardListModel(scope, parent)
    , m_part(part)
{
}

bool InProgressModel::belongs(OptionalMoment since) const
{
    const bool forgotten = since && scope().now() - *since > forgottenAfter;
    return forgotten == (m_part == Part::Unreported);
}

QList<BoardEntry> InProgressModel::entriesOf(const Order &order) const
{
    QList<BoardEntry> entries;
    for (const Step &step : order.steps) {
        if (step.status != StepStatus::InProgress)
            continue;
        const OptionalMoment since = runningSince(step);
        if (!belongs(since))
            continue;
        BoardEntry entry = entryOf(order, step);
        entry.since = since;
        entry.sort = byDueThenSince(order, since);
        entry.row.unreported = m_part == Part::Unreported;
        entries.append(std::move(entry));
    }
    return entries;
}

QSet<CrmId> InProgressModel::outgrown() const
{
    QSet<CrmId> orders;
    for (const auto &entry : entries()) {
        if (!belongs(entry->since))
            orders.insert(entry->row.orderId);
    }
    return orders;
}

} // namespace pressboard::client
