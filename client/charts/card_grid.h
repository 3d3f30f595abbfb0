// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include <functional>

namespace pressboard::client {

class Theme;

/// Where the cards stand: below each other, in two columns, or in three. Pure.
struct CardGrid
{
    static constexpr int cards = 8;

    QList<QRect> places; ///< in the cards' order; empty: not shown
    int height = 0; ///< with margins

    /// `heightNeeded` asks a card for its height at a width. What `size` leaves over goes to the
    /// rows alike. The last card, of the calls, is for shops that have calls.
    static CardGrid fit(QSize size, const Theme &theme, bool hasCalls,
                        const std::function<int(int card, int width)> &heightNeeded);
};

} // namespace pressboard::client
