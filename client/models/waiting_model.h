// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"

namespace pressboard::client {

/// 等上道工序: the waiting steps of orders in production that an earlier step still holds up. With
/// those of ReadyModel they are the steps that "待开始工序" counts.
class WaitingModel final : public BoardListModel
{
    Q_OBJECT
public:
    explicit WaitingModel(const BoardScope &scope, QObject *parent = nullptr);

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;
};

} // namespace pressboard::client
