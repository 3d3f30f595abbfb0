// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/tray_state.h"

#include "client/store/store.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace pressboard::client {

namespace {

struct Inks
{
    QColor board;
    QColor onBoard;
    QColor orange;
    QColor red;
};

const Inks lightBar{0x1B1C1E, 0xFFFFFF, 0x994A00, 0xC4281E};
const Inks darkBarInks{0xECEDEF, 0x17181A, 0xF0A860, 0xFF6B5E};

/// The same drawing at each size, on whole pixels.
struct Grid
{
    int size;
    int inset;
    int radius;
    int barLeft;
    int barWidth;
    int lastBar;
    int barHeight;
    int firstBar;
    int barStep;

    QRect square() const { return {inset, inset, size - 2 * inset, size - 2 * inset}; }
};

const Grid grids[] = {
    {16, 1, 3, 4, 8, 5, 2, 4, 3},
    {22, 1, 4, 6, 10, 6, 2, 6, 4},
    {32, 2, 6, 8, 16, 10, 4, 8, 6},
};

void drawSquare(QPainter &painter, const Grid &grid, const QColor &fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(grid.square(), grid.radius, grid.radius);
}

void drawBars(QPainter &painter, const Grid &grid, const QColor &color)
{
    for (int i = 0; i < 3; ++i) {
        painter.fillRect(grid.barLeft, grid.firstBar + i * grid.barStep,
                         i == 2 ? grid.lastBar : grid.barWidth, grid.barHeight, color);
    }
}

void drawDots(QPainter &painter, const Grid &grid, const QColor &color)
{
    const int pen = std::max(2, grid.size / 10);
    painter.setPen(QPen(color, pen));
    painter.setBrush(Qt::NoBrush);
    const qreal in = pen / 2.0;
    painter.drawRoundedRect(QRectF(grid.square()).adjusted(in, in, -in, -in), grid.radius,
                            grid.radius);
    const int dot = std::max(2, grid.size / 8);
    const int top = (grid.size - dot) / 2;
    for (const int middle : {grid.size / 2 - dot * 2, grid.size / 2, grid.size / 2 + dot * 2})
        painter.fillRect(middle - dot / 2, top, dot, dot, color);
}

void drawCross(QPainter &painter, const Grid &grid, const QColor &color)
{
    painter.setPen(QPen(color, grid.size / 8.0, Qt::SolidLine, Qt::FlatCap));
    const qreal from = grid.size * 0.31;
    const qreal to = grid.size - from;
    painter.drawLine(QPointF(from, from), QPointF(to, to));
    painter.drawLine(QPointF(to, from), QPointF(from, to));
}

void drawBite(QPainter &painter, const Grid &grid, const QColor &color)
{
    const qreal radius = grid.size * 0.23;
    const QPointF middle(grid.size - radius - 0.5, radius + 0.5);
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.drawEllipse(middle, radius + grid.size / 14.0, radius + grid.size / 14.0);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(color);
    painter.drawEllipse(middle, radius, radius);
}

void drawTriangle(QPainter &painter, const Grid &grid, const Inks &inks)
{
    const qreal s = grid.size;
    const QPolygonF triangle({{s * 0.66, s * 0.36}, {s - 0.5, s - 1}, {s * 0.32, s - 1}});
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, s / 9, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.setBrush(Qt::black);
    painter.drawPolygon(triangle);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.red);
    painter.drawPolygon(triangle);
    const int wide = std::max(1, qRound(s / 12));
    const int left = qRound(s * 0.66 - wide / 2.0);
    painter.fillRect(left, qRound(s * 0.56), wide, qRound(s * 0.2), inks.onBoard);
    painter.fillRect(left, qRound(s * 0.82), wide, wide, inks.onBoard);
}

void drawMoon(QPainter &painter, const Grid &grid, const QColor &color)
{
    const qreal s = grid.size;
    QPainterPath disc;
    disc.addEllipse(QPointF(s * 0.5, s * 0.5), s * 0.27, s * 0.27);
    QPainterPath shade;
    shade.addEllipse(QPointF(s * 0.62, s * 0.4), s * 0.24, s * 0.24);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(disc.subtracted(shade));
}

void draw(QPainter &painter, const Grid &grid, TrayState state, const Inks &inks)
{
    switch (state) {
    case TrayState::Reconnecting:
        return drawDots(painter, grid, inks.orange);
    case TrayState::Disconnected:
        drawSquare(painter, grid, inks.red);
        return drawCross(painter, grid, inks.onBoard);
    case TrayState::Muted:
        drawSquare(painter, grid, inks.board);
        return drawMoon(painter, grid, inks.onBoard);
    case TrayState::Connected:
    case TrayState::Unread:
    case TrayState::Important:
        break;
    }
    drawSquare(painter, grid, inks.board);
    drawBars(painter, grid, inks.onBoard);
    if (state == TrayState::Unread)
        drawBite(painter, grid, inks.board);
    if (state == TrayState::Important)
        drawTriangle(painter, grid, inks);
}

} // namespace

TrayState trayStateOf(const Store &store, const TrayFacts &facts)
{
    constexpr int patience = 3; // tries before "reconnecting" has become "disconnected"
    const ConnectionStatus &status = store.connectionStatus();
    if (store.isStale()) {
        const bool trying = status.state == ConnectionState::Connecting
            || status.state == ConnectionState::Syncing || status.state == ConnectionState::Waiting;
        return trying && status.attempt < patience ? TrayState::Reconnecting
                                                   : TrayState::Disconnected;
    }
    if (facts.important)
        return TrayState::Important;
    if (facts.muted)
        return TrayState::Muted;
    return facts.unread ? TrayState::Unread : TrayState::Connected;
}

QIcon trayIcon(TrayState state, bool darkBar)
{
    QIcon icon;
    for (const Grid &grid : grids) {
        QPixmap pixmap(grid.size, grid.size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter, grid, state, darkBar ? darkBarInks : lightBar);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace pressboard::client
