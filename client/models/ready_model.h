// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"

namespace pressboard::client {

/// 可开工: the waiting steps that nothing holds up any more.
class ReadyModel final : public BoardListModel
{
    Q_OBJECT
public:
    explicit ReadyModel(const BoardScope &scope, QObject *parent = nullptr);

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;
};

} // namespace pressboard::client
