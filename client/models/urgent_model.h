// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"

namespace pressboard::client {

/// 紧急: open orders that are overdue, due today or within three days, and the step each is held
/// at (卡在). 我的工序 does not narrow it: what is late concerns everybody.
class UrgentModel final : public BoardListModel
{
    Q_OBJECT
public:
    explicit UrgentModel(const BoardScope &scope, QObject *parent = nullptr);

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;
};

} // namespace pressboard::client
