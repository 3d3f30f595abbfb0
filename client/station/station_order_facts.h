// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board.h"
#include "client/models/orders/step_timeline.h"

namespace pressboard::client {

/// A step of an order as the card shows it.
struct StationOrderStep
{
    QString name;
    TimelineStep::State state = TimelineStep::State::Unknown;
    QString below; ///< 待开始 6分, 刘洋 1.1小时; else empty
    bool operator==(const StationOrderStep &) const = default;
};

/// The steps of one category, in their order.
struct StationOrderTrack
{
    QString title; ///< 封面
    QList<StationOrderStep> steps;
    bool operator==(const StationOrderTrack &) const = default;
};

/// An order on the screen of a station, as the words that stand there.
struct StationOrderFacts
{
    static constexpr int saidAloud = 7; ///< letters of an order number: 1122008

    CrmId orderId;
    QString prefix; ///< PO2026 of PO20261122008: stands back
    QString number;
    QString status; ///< 处理中
    DueTier tier = DueTier::None;
    QString due; ///< 剩2天; empty where the date says it all
    QString date; ///< 11-25 周三
    QString customer;
    QString product;
    QString quantity;
    QString held; ///< 等覆膜，已等 6分; or 正在覆膜，1.1小时·刘洋
    QString queue; ///< 前面还有 5 单; empty where it stands in none of this station
    QString join; ///< 胶包等封面
    QList<StationOrderTrack> tracks;
    QString note;
    bool mustStop = false; ///< 知道了 is asked for

    bool operator==(const StationOrderFacts &) const = default;
};

/// `board` is narrowed to the station's steps.
StationOrderFacts stationOrderFacts(const Order &order, const Store &store, Board &board);

} // namespace pressboard::client
