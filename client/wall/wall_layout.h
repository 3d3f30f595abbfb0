// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace pressboard::client {

/// Where everything stands on a wall of a given size. Drawn for 1920×1080 and scaled by the
/// screen's height, so that a letter is the same part of any wall; a screen that is narrower than
/// that has its lists below each other and as many rows as there is room for. Pure.
struct WallLayout
{
    double scale = 1.0; ///< device pixels per pixel of the design
    bool isTall = false; ///< the lists stand below each other
    int numberColumns = 6; ///< 3 on a tall screen: the numbers then stand in two lines
    QRect header;
    QRect staleBand; ///< in place of the header, while stale
    QRect numbers;
    QRect staleNumbers; ///< the numbers below that band
    QRect call; ///< over header and numbers
    QRect running;
    QRect urgent;
    QRect ready;
    QRect strip;
    int runningRows = 11;
    int urgentRows = 6;
    int readyRows = 4;

    static WallLayout of(QSize screen);
    /// While an alarm stands: the strip is one row higher, and the lists that end there lose their
    /// last one. Nothing else moves.
    WallLayout withAlarm() const;

    int px(int design) const { return qRound(design * scale); }

    // Of the design.
    static constexpr int titleHeight = 57; ///< of a panel, with its border
    static constexpr int rowHeight = 66;
    static constexpr int margin = 16;
    static constexpr int padding = 17; ///< inside a panel, with its border
};

} // namespace pressboard::client
