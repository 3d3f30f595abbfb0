// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/views.h"

#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

class BigStyle;

/// When something is due, seen from metres away: the same shapes as on the board page, larger and
/// never smaller than the text beside them.
struct BigBadge
{
    QString text;
    DueTier tier = DueTier::None;

    /// `size` is the text's, in the design's pixels.
    int width(const BigStyle &style, int size) const;
    /// At the left of the box, vertically centred; never elided.
    void paint(QPainter &painter, const QRect &box, const BigStyle &style, int size) const;
};

} // namespace pressboard::client
