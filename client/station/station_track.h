// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_order_facts.h"

#include <QRect>

class QPainter;

namespace pressboard::client {

class StationStyle;

/// What of a track has room: finished steps at its beginning are folded into one, ✓ 4道, and where
/// that is not enough the last ones into 还有 3 道.
struct StationTrackRoom
{
    int folded = 0; ///< finished steps at the beginning that are not named
    int left = 0; ///< steps at the end that are not named

    static StationTrackRoom of(const StationOrderTrack &track, int width,
                               const StationStyle &style);
};

/// The steps of a track on one line, each with its shape and with what is below it.
void paintStationTrack(QPainter &painter, const QRect &box, const StationOrderTrack &track,
                       const StationStyle &style);

} // namespace pressboard::client
