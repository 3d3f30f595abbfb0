// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/spread.h"
#include "client/answers/work_calendar.h"
#include "client/models/board.h"
#include "client/station/station_step.h"

namespace pressboard::client {

/// What stands on the screen of a station: only its own steps.
struct StationBoard
{
    QList<StationStep> running; ///< 在做
    QList<StationStep> next; ///< 下一单: one, or none
    QList<StationStep> queue; ///< 排队: ready, behind that one
    QList<StationStep> soon; ///< 上道快好了

    bool operator==(const StationBoard &) const = default;
};

/// What is known of the shop's own pace.
struct StationPace
{
    const WorkCalendar &calendar;
    const QHash<QString, Spread> &usual; ///< by the step's name
};

/// `board` is narrowed to the station's steps.
StationBoard stationBoard(const Store &store, Board &board, const StationPace &pace);

} // namespace pressboard::client
