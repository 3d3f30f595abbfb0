// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_scale.h"

#include "client/station/station_layout.h"

#include <algorithm>
#include <cmath>

namespace pressboard::client {

namespace {

constexpr double characterPerMetre = 4.65; ///< mm: tan(16′) of a metre
constexpr double character = 46.5; ///< of the design: what the queue is written in
constexpr double smallestPixel = 0.1; ///< mm; a laptop of 4K has 0.09 and is scaled
constexpr double largestPixel = 1.2; ///< a screen of 2 m with 1920 of them
constexpr double squareWithin = 0.15; ///< how far the two sides may disagree

} // namespace

double StationScale::pixelSize(QSize screen, QSizeF millimetres)
{
    if (screen.isEmpty() || millimetres.isEmpty())
        return usualPixel;
    const double across = millimetres.width() / screen.width();
    const double down = millimetres.height() / screen.height();
    const bool isSquare = std::abs(across - down) <= squareWithin * across;
    const bool isBelievable = across >= smallestPixel && across <= largestPixel;
    return isSquare && isBelievable ? across : usualPixel;
}

StationScale StationScale::of(QSize screen, QSizeF millimetres, double metres)
{
    const double wanted = characterPerMetre * metres / pixelSize(screen, millimetres) / character;
    const double scale = std::min(wanted, StationLayout::largestScale(screen));
    return {scale, metres * scale / wanted};
}

} // namespace pressboard::client
