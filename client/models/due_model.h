// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"
#include "client/models/due_judgement.h"

namespace pressboard::client {

/// 今日必交: open orders that are overdue, due today or tomorrow, with the step each stands at; by
/// risk, as they were judged: what will be late first, and there what will be latest.
class DueModel final : public BoardListModel
{
    Q_OBJECT
public:
    explicit DueModel(const BoardScope &scope, QObject *parent = nullptr);

    /// The orders that are judged otherwise now, to be refreshed.
    QSet<CrmId> setJudgements(const QHash<CrmId, DueJudgement> &judgements);

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;

private:
    QHash<CrmId, DueJudgement> m_judgements;
};

} // namespace pressboard::client
