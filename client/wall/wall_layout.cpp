// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_layout.h"

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int designHeight = 1080;
constexpr int leastWide = 1500; ///< the narrowest design with two columns of lists
constexpr int leastTall = 1200; ///< the narrowest at all
constexpr int headerHeight = 64;
constexpr int bandHeight = 96;
constexpr int numbersHeight = 168;
constexpr int stripHeight = 56;
constexpr int alarmHeight = 118;
constexpr int panelGap = 8;
constexpr int above = 4; ///< between numbers and panels; below them, too
constexpr int leftOfWide = 1128;
constexpr int widthOfWide = 1920 - 3 * WallLayout::margin;

int panelHeight(int rows)
{
    return WallLayout::titleHeight + 1 + rows * WallLayout::rowHeight;
}

/// Of a room's design height: whole rows only, what is left over goes below.
int rowsIn(int height, int panels)
{
    const int titles = panels * panelHeight(0) + (panels - 1) * panelGap;
    return std::max(panels, (height - titles) / WallLayout::rowHeight);
}

/// In the design's pixels; scaled to the screen's at the end.
struct Design
{
    WallLayout &layout;
    int width;
    int height;

    QRect scaled(int x, int y, int w, int h) const
    {
        // Edges are rounded, not sizes, so that neighbours meet.
        const auto px = [this](int design) { return layout.px(design); };
        return QRect(QPoint(px(x), px(y)), QPoint(px(x + w) - 1, px(y + h) - 1));
    }

    void placeBars(int numbersLines)
    {
        const int numbersEnd = headerHeight + numbersLines * numbersHeight;
        layout.header = scaled(0, 0, width, headerHeight);
        layout.staleBand = scaled(0, 0, width, bandHeight);
        layout.numbers = scaled(0, headerHeight, width, numbersEnd - headerHeight);
        layout.staleNumbers = scaled(0, bandHeight, width, numbersEnd - bandHeight);
        layout.call = scaled(0, 0, width, headerHeight + numbersHeight);
        layout.strip = scaled(0, height - stripHeight, width, stripHeight);
    }

    void placeWide()
    {
        placeBars(1);
        const int top = headerHeight + numbersHeight + above;
        const int room = height - stripHeight - above - top;
        layout.runningRows = rowsIn(room, 1);
        const int right = rowsIn(room, 2);
        layout.urgentRows = (right * 3 + 2) / 5;
        layout.readyRows = right - layout.urgentRows;
        const int left = (width - 3 * WallLayout::margin) * leftOfWide / widthOfWide;
        const int x = 2 * WallLayout::margin + left;
        const int w = width - WallLayout::margin - x;
        const int split = top + panelHeight(layout.urgentRows);
        layout.running = scaled(WallLayout::margin, top, left, panelHeight(layout.runningRows));
        layout.urgent = scaled(x, top, w, panelHeight(layout.urgentRows));
        layout.ready = scaled(x, split + panelGap, w, panelHeight(layout.readyRows));
    }

    void placeTall()
    {
        layout.isTall = true;
        const bool twoLines = height > width;
        layout.numberColumns = twoLines ? 3 : 6;
        placeBars(twoLines ? 2 : 1);
        int y = headerHeight + (twoLines ? 2 : 1) * numbersHeight + above;
        const int rows = rowsIn(height - stripHeight - above - y, 3);
        layout.runningRows = std::max(1, rows / 2);
        layout.urgentRows = std::max(1, (rows - layout.runningRows) * 3 / 5);
        layout.readyRows = std::max(1, rows - layout.runningRows - layout.urgentRows);
        const auto next = [&](int count) {
            const int from = y;
            y += panelHeight(count) + panelGap;
            return scaled(WallLayout::margin, from, width - 2 * WallLayout::margin,
                          panelHeight(count));
        };
        layout.running = next(layout.runningRows);
        layout.urgent = next(layout.urgentRows);
        layout.ready = next(layout.readyRows);
    }
};

} // namespace

WallLayout WallLayout::withAlarm() const
{
    WallLayout layout = *this;
    layout.strip.setTop(strip.bottom() + 1 - px(alarmHeight));
    const auto shorten = [&layout, this](QRect &panel, int &rows) {
        if (panel.bottom() < layout.strip.top() || rows < 2)
            return;
        --rows;
        panel.setBottom(panel.bottom() - px(rowHeight));
    };
    shorten(layout.running, layout.runningRows);
    shorten(layout.urgent, layout.urgentRows);
    shorten(layout.ready, layout.readyRows);
    return layout;
}

WallLayout WallLayout::of(QSize screen)
{
    WallLayout layout;
    const QSize size = screen.expandedTo(QSize(320, 180)); // nobody hangs less
    const double byHeight = double(size.height()) / designHeight;
    const bool isWide = size.width() >= byHeight * leastWide;
    layout.scale = isWide ? byHeight : std::min(byHeight, double(size.width()) / leastTall);
    Design design{layout, qRound(size.width() / layout.scale),
                  qRound(size.height() / layout.scale)};
    if (isWide)
        design.placeWide();
    else
        design.placeTall();
    return layout;
}

} // namespace pressboard::client
