// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace pressboard::client {

/// Where everything stands on the screen of a station. Drawn for 1366×768 and scaled by the angle
/// at which it is read (StationScale), so that a larger screen has more rows, not larger ones. A
/// screen that is higher than wide has its panels below each other. Pure.
struct StationLayout
{
    double scale = 1.0;
    QRect header;
    QRect running; ///< 在做
    QRect next; ///< 下一单
    QRect queue; ///< 排队
    QRect soon; ///< 上道快好了
    QRect foot;
    QRect band; ///< 轮到你: over the lower row, as wide as the screen
    QRect card; ///< a scanned order: over the four panels
    int queueRows = 6; ///< the last one may say how many more there are
    int soonRows = 2;

    static StationLayout of(QSize screen, double scale);
    /// With which all of it finds room.
    static double largestScale(QSize screen);

    int px(int design) const { return qRound(design * scale); }
    /// 呼叫: a block in the corner of the foot, without a gap to miss.
    QRect call() const;
    QRect footBesideCall() const;

    // Of the design.
    static constexpr int margin = 12; ///< around and between panels
    static constexpr int padding = 17; ///< inside a panel, with its border
    static constexpr int titleHeight = 50; ///< of a list, at least
    static constexpr int rowHeight = 60;
    static constexpr int callWidth = 236;
    static constexpr int side = 29; ///< where the panels' text begins
};

} // namespace pressboard::client
