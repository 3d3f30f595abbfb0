// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_next.h"

#include "client/station/station_order.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int titleHeight = 62;
constexpr int numberHeight = 62;

} // namespace

StationNext::StationNext(const StationStyle &style, QWidget *parent)
    : StationPanel(style, parent)
{
}

CrmId StationNext::orderAt(const QPoint &) const
{
    return steps().isEmpty() ? CrmId() : steps().first().orderId;
}

void StationNext::paintTitle(QPainter &painter, const QRect &box) const
{
    const Tokens &t = style().tokens();
    QRect room = box;
    if (!steps().isEmpty())
        room.setRight(paintStepName(painter, room, style(), steps().first()) - px(16));
    const int used = style()
                         .text(title(), StationStyle::label, t.text, BigStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + used + px(22));
    if (steps().isEmpty())
        return;
    const TextLine earlier = style().text(steps().first().earlier, StationStyle::label, t.text2);
    if (earlier.width() <= room.width())
        earlier.paint(painter, room);
    else
        style()
            .text(steps().first().earlierShort, StationStyle::label, t.text2)
            .paintWhole(painter, room);
}

void StationNext::paint(QPainter &painter) const
{
    const int side = px(StationLayout::padding);
    const QRect inner = rect().adjusted(side, 0, -side, 0);
    paintTitle(painter, QRect(inner.left(), 0, inner.width(), px(titleHeight)));
    if (steps().isEmpty())
        return paintEmpty(painter, inner.adjusted(0, px(titleHeight), 0, 0));
    const StationStep &step = steps().first();
    const QRect number(inner.left(), px(titleHeight), inner.width(), px(numberHeight));
    paintNumber(painter, number, style(), step, StationStyle::next);
    paintJob(
        painter,
        QRect(inner.left(), number.bottom() + 1, inner.width(), height() - number.bottom() - px(4)),
        style(), step);
}

} // namespace pressboard::client
