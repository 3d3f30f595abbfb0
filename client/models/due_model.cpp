// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/due_model.h"

#include <utility>

namespace pressboard::client {

namespace {

constexpr qint64 notJudged = 9;

/// Verdicts are numbered by risk; of those that tell no time the earlier due comes first.
SortKey byRisk(const Order &order, const DueJudgement &judgement)
{
    const qint64 rank =
        judgement.verdict == DueVerdict::None ? notJudged : qint64(judgement.verdict);
    return {rank,
            judgement.expected.isValid() ? judgement.slack.count()
                                         : order.deliveryDate.toJulianDay()};
}

} // namespace

DueModel::DueModel(const BoardScope &scope, QObject *parent)
    : BoardListModel(scope, parent)
{
}

QSet<CrmId> DueModel::setJudgements(const QHash<CrmId, DueJudgement> &judgements)
{
    const QHash<CrmId, DueJudgement> before = std::exchange(m_judgements, judgements);
    QSet<CrmId> others;
    for (auto judged = judgements.cbegin(); judged != judgements.cend(); ++judged) {
        if (before.value(judged.key()) != *judged)
            others.insert(judged.key());
    }
    for (auto judged = before.cbegin(); judged != before.cend(); ++judged) {
        if (!judgements.contains(judged.key()))
            others.insert(judged.key());
    }
    return others;
}

QList<BoardEntry> DueModel::entriesOf(const Order &order) const
{
    if (!mustGoOut(order, scope().today()))
        return {};
    BoardEntry entry = heldEntry(order, scope().joinSteps());
    entry.row.judgement = m_judgements.value(order.orderId);
    entry.sort = byRisk(order, entry.row.judgement);
    return {entry};
}

} // namespace pressboard::client
