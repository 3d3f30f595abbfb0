// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/views.h"

#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

class WallStyle;

/// When something is due, on the wall: the same shapes as on the board page, larger and never
/// smaller than the text beside them.
struct WallBadge
{
    QString text;
    DueTier tier = DueTier::None;

    /// `size` is the text's, in the design's pixels.
    int width(const WallStyle &style, int size) const;
    /// At the left of the box, vertically centred; never elided.
    void paint(QPainter &painter, const QRect &box, const WallStyle &style, int size) const;
};

} // namespace pressboard::client
