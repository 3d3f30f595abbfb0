// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QWidget>

namespace pressboard::client {

/// Widgets that stand beside each other in one line, each as wide as it wants.
struct FlowRow
{
    QList<QWidget *> left;
    QList<QWidget *> right; ///< at the right end of the line
    int width = 0; ///< of the left ones with their gaps

    void place(const QRect &line, int gap) const;
};

/// Breaks widgets into lines of at most `room`; one that is wider still is cut to it.
QList<FlowRow> flow(const QList<QWidget *> &widgets, int room, int gap);

} // namespace pressboard::client
