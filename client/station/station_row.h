// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_step.h"

#include <QList>
#include <QRect>

class QColor;
class QPainter;

namespace pressboard::client {

class StationStyle;

/// Where the columns of a station's list are, in the widget's pixels: the same for all its rows.
struct StationColumns
{
    int due = 0;
    int number = 0;
    int name = 0;
    int right = 0; ///< where the last column ends

    static StationColumns of(const StationStyle &style, const QList<StationStep> &rows, int width);
};

/// Due · dot · number · customer · step; of what runs step and time.
struct StationRow
{
    const StationStep &words;
    bool quiet = false; ///< all of it stands back
    bool showsElapsed = false; ///< it runs

    void paint(QPainter &painter, const QRect &box, const StationStyle &style,
               const StationColumns &columns) const;
    void paintWaiting(QPainter &painter, const QRect &box, const StationStyle &style,
                      const QColor &ink) const;
    void paintRunning(QPainter &painter, const QRect &box, const StationStyle &style,
                      const QColor &ink) const;
};

/// 新: a dot before a number of this size, at the number's left.
void paintNewDot(QPainter &painter, const QRect &numberBox, int left, const StationStyle &style);

} // namespace pressboard::client
