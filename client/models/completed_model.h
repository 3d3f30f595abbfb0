// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"

namespace pressboard::client {

/// 最近完成: the orders of the last days that are done, the latest first. Of imported orders nobody
/// knows when they were, so they are not here.
class CompletedModel final : public BoardListModel
{
    Q_OBJECT
public:
    static constexpr int daysListed = 7; ///< a week, so that Monday still shows Friday

    explicit CompletedModel(const BoardScope &scope, QObject *parent = nullptr);

    void addChoices(const Order &order, RowChoices &choices) const override;

    /// Those that are listed as done today, by their IDs.
    QList<CrmId> ordersOfToday() const;

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;
    /// By any of its steps: "what did 李娜 finish".
    bool passes(const Order &order, const BoardEntry &entry) const override;
};

} // namespace pressboard::client
