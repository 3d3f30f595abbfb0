// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/card_grid.h"

#include "client/theme/theme.h"

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int oneColumnBelow = 1100;
constexpr int gap = 12;

/// Cards beside each other, and what part of the width each has, in hundredths.
using Row = QList<std::pair<int, int>>;

constexpr int calls = CardGrid::cards - 1;

QList<Row> rowsFor(const Theme &theme, int width, bool hasCalls)
{
    if (theme.isRoomy())
        return {{{0, 34}, {1, 33}, {2, 33}},
                {{3, 34}, {5, 33}, {6, 33}},
                hasCalls ? Row{{4, 67}, {calls, 33}} : Row{{4, 100}}};
    QList<Row> rows;
    if (width >= theme.px(oneColumnBelow)) {
        rows = {{{0, 58}, {1, 42}}, {{2, 58}, {3, 42}}, {{4, 100}}, {{5, 58}, {6, 42}}};
    } else {
        for (int card = 0; card < calls; ++card)
            rows.append(Row{{card, 100}});
    }
    if (hasCalls)
        rows.append(Row{{calls, 100}});
    return rows;
}

/// The one bar of a row of its own needs no more height than it asked for.
bool mayGrow(const Row &row)
{
    return row.size() > 1;
}

} // namespace

CardGrid CardGrid::fit(QSize size, const Theme &theme, bool hasCalls,
                       const std::function<int(int card, int width)> &heightNeeded)
{
    const int margin = theme.px(Theme::windowMargin);
    const int space = theme.px(gap);
    const QList<Row> rows = rowsFor(theme, size.width(), hasCalls);
    const auto widthOf = [&](const Row &row, int part) {
        return (size.width() - 2 * margin - space * int(row.size() - 1)) * part / 100;
    };
    QList<int> heights;
    int needed = 2 * margin + space * int(rows.size() - 1);
    for (const Row &row : rows) {
        int tall = 0;
        for (const auto &[card, part] : row)
            tall = std::max(tall, heightNeeded(card, widthOf(row, part)));
        heights.append(tall);
        needed += tall;
    }
    const int growing = int(std::count_if(rows.begin(), rows.end(), mayGrow));
    const int more = growing == 0 ? 0 : std::max(0, size.height() - needed) / growing;

    CardGrid grid;
    grid.places.resize(cards);
    int top = margin;
    for (int i = 0; i < rows.size(); ++i) {
        const int tall = heights.at(i) + (mayGrow(rows.at(i)) ? more : 0);
        int left = margin;
        for (const auto &[card, part] : rows.at(i)) {
            const int wide = widthOf(rows.at(i), part);
            grid.places[card] = QRect(left, top, wide, tall);
            left += wide + space;
        }
        // What rounding left over.
        grid.places[rows.at(i).last().first].setRight(size.width() - margin - 1);
        top += tall + space;
    }
    grid.height = top - space + margin;
    return grid;
}

} // namespace pressboard::client
