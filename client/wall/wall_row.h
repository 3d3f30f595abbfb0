// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "client/settings/wall_setup.h"

namespace pressboard::client {

/// A row of the wall as the words that stand there: read from four metres, so all of them are as
/// short as they can be and still be said aloud.
struct WallRow
{
    DueTier tier = DueTier::None;
    bool mustStop = false; ///< 已取消·请停 stands in place of the due date
    QString due; ///< 晚2天, 今天, 明天, 剩3天, 12-05
    QString number; ///< without the beginning all rows of the wall share
    QString customer;
    QString product; ///< 精装书 of 《江南纪事》精装书
    QString step; ///< 配本 of 配本(塑封)
    QString operatorName;
    QString elapsed; ///< 1.2小时

    bool operator==(const WallRow &) const = default;
};

/// `sharedPrefix`: letters of the order number that stand on no row.
WallRow wallRow(const BoardRow &row, int sharedPrefix, WallSetup::Customers customers);

} // namespace pressboard::client
