// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"

namespace pressboard::client {

/// A step on the screen of a station, as the words that stand there.
struct StationStep
{
    CrmId orderId;
    DueTier tier = DueTier::None;
    bool mustStop = false; ///< 已取消·请停 stands in place of the due date
    bool isNew = false; ///< 新: a dot before the number
    QString due; ///< 晚1天, 今天, 明天, 剩2天, 11-27
    QString number; ///< without the beginning that all rows share
    QString customer;
    QString product; ///< 精装书 of 《江南纪事》精装书
    QString quantity; ///< 3500册
    QString step; ///< 覆膜
    QString category; ///< 封面
    QString operatorName;
    QString elapsed; ///< 1.8小时
    QString earlier; ///< 印刷 12分前完成; of a ready step
    QString earlierShort; ///< 12分前完成
    QString endTitle; ///< 预计完成, or 通常用时 when that time is over; empty: nobody can say
    QString end; ///< 11:20, or 1.5小时

    bool operator==(const StationStep &) const = default;
};

/// `sharedPrefix`: letters of the order number that stand on no row.
StationStep stationStep(const BoardRow &row, int sharedPrefix);

} // namespace pressboard::client
