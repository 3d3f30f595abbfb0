// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include <functional>

namespace pressboard::client {

class Theme;

/// Where seven cards stand: below each other, in two columns, or in three. Pure.
struct CardGrid
{
    static constexpr int cards = 7;

    QList<QRect> places; ///< in the cards' order
    int height = 0; ///< with margins

    /// `heightNeeded` asks a card for its height at a width. What `size` leaves over goes to the
    /// rows alike.
    static CardGrid fit(QSize size, const Theme &theme,
                        const std::function<int(int card, int width)> &heightNeeded);
};

} // namespace pressboard::client
