// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_layout.h"

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int designWidth = 1366;
constexpr int designHeight = 768;
constexpr int tallWidth = 690;
constexpr int tallHeight = 1400;
constexpr int headerHeight = 64;
constexpr int footHeight = 72;
constexpr int runningHeight = 410;
constexpr int lowerHeight = 186;
constexpr int leftWidth = 654; ///< of designWidth
constexpr QSize smallest(320, 180);

bool isTall(QSize screen)
{
    return screen.height() > screen.width();
}

int rowsIn(int height)
{
    return std::max(1, (height - StationLayout::titleHeight) / StationLayout::rowHeight);
}

/// In the design's pixels; scaled to the screen's at the end.
struct Design
{
    StationLayout &layout;
    int width;
    int height;

    QRect scaled(int x, int y, int w, int h) const
    {
        // Edges are rounded, not sizes, so that neighbours meet.
        const auto px = [this](int design) { return layout.px(design); };
        return QRect(QPoint(px(x), px(y)), QPoint(px(x + w) - 1, px(y + h) - 1));
    }

    static constexpr int margin = StationLayout::margin;
    static constexpr int top = headerHeight + margin;

    int end() const { return height - footHeight - margin; }

    void placeBars(int bandTop)
    {
        layout.header = scaled(0, 0, width, headerHeight);
        layout.foot = scaled(0, height - footHeight, width, footHeight);
        layout.band = scaled(0, bandTop, width, lowerHeight);
        layout.card = scaled(margin, top, width - 2 * margin, end() - top);
    }

    void placeWide()
    {
        const int lower = end() - lowerHeight;
        const int upperHeight = lower - margin - top;
        const int left = (width - 3 * margin) * leftWidth / (designWidth - 3 * margin);
        const int x = 2 * margin + left;
        const int right = width - margin - x;
        placeBars(lower);
        layout.running = scaled(margin, top, left, upperHeight);
        layout.next = scaled(margin, lower, left, lowerHeight);
        layout.queue = scaled(x, top, right, upperHeight);
        layout.soon = scaled(x, lower, right, lowerHeight);
        layout.queueRows = rowsIn(upperHeight);
        layout.soonRows = rowsIn(lowerHeight);
    }

    void placeTall()
    {
        const int w = width - 2 * margin;
        const int next = top + runningHeight + margin;
        const int queue = next + lowerHeight + margin;
        const int soon = end() - lowerHeight;
        placeBars(next);
        layout.running = scaled(margin, top, w, runningHeight);
        layout.next = scaled(margin, next, w, lowerHeight);
        layout.queue = scaled(margin, queue, w, soon - margin - queue);
        layout.soon = scaled(margin, soon, w, lowerHeight);
        layout.queueRows = rowsIn(soon - margin - queue);
        layout.soonRows = rowsIn(lowerHeight);
    }
};

} // namespace

QRect StationLayout::call() const
{
    return foot.adjusted(foot.width() - px(callWidth), 0, 0, 0);
}

QRect StationLayout::footBesideCall() const
{
    return foot.adjusted(0, 0, -px(callWidth), 0);
}

double StationLayout::largestScale(QSize screen)
{
    const QSize size = screen.expandedTo(smallest);
    const QSize design =
        isTall(size) ? QSize(tallWidth, tallHeight) : QSize(designWidth, designHeight);
    return std::min(double(size.width()) / design.width(), double(size.height()) / design.height());
}

StationLayout StationLayout::of(QSize screen, double scale)
{
    const QSize size = screen.expandedTo(smallest);
    StationLayout layout;
    layout.scale = std::min(scale, largestScale(size));
    Design design{layout, qRound(size.width() / layout.scale),
                  qRound(size.height() / layout.scale)};
    if (isTall(size))
        design.placeTall();
    else
        design.placeWide();
    return layout;
}

} // namespace pressboard::client
