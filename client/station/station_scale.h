// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QSizeF>

namespace pressboard::client {

/// How large a screen must be drawn so that it can be read from where people stand: a Chinese
/// character of 16 minutes of arc (ISO 9241-303), 4.65 mm for each metre.
struct StationScale
{
    /// Of a screen that tells no size, or one that nobody can believe.
    static constexpr double usualPixel = 0.28; ///< mm

    double scale = 1.0; ///< device pixels per pixel of the design
    double legibleFrom =
        3.0; ///< metres; less than what was asked for on a screen that is too small

    /// `screen` in logical pixels, `millimetres` as the screen tells them, `metres` to the reader.
    static StationScale of(QSize screen, QSizeF millimetres, double metres);
    /// Of one logical pixel, in mm.
    static double pixelSize(QSize screen, QSizeF millimetres);
};

} // namespace pressboard::client
