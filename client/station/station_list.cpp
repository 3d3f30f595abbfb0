// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_list.h"

#include "client/station/station_row.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

StationList::StationList(const StationStyle &style, Ink ink, QWidget *parent)
    : StationPanel(style, parent)
    , m_ink(ink)
{
}

void StationList::setRoom(int rows)
{
    m_room = rows;
    update();
}

void StationList::setStepTitle(const QString &title)
{
    m_stepTitle = title;
    update();
}

int StationList::shownSteps() const
{
    const int all = int(steps().size());
    return all <= m_room ? all : m_room - 1;
}

/// What the rows leave over is the title's.
int StationList::titleHeight() const
{
    return height() - px(m_room * StationLayout::rowHeight);
}

QRect StationList::rowRect(int row) const
{
    const int top = px(row * StationLayout::rowHeight);
    const int bottom = px((row + 1) * StationLayout::rowHeight); // so that neighbours meet
    return {0, titleHeight() + top, width(), bottom - top};
}

CrmId StationList::orderAt(const QPoint &position) const
{
    for (int row = 0; row < shownSteps(); ++row) {
        if (rowRect(row).contains(position))
            return steps().at(row).orderId;
    }
    return {};
}

void StationList::paintTitle(QPainter &painter) const
{
    const Tokens &t = style().tokens();
    const int side = px(StationLayout::padding);
    QRect room(side, 0, width() - 2 * side, titleHeight());
    style().text(m_stepTitle, StationStyle::label, t.text2).paint(painter, room, Qt::AlignRight);
    const QColor ink = m_ink == Ink::Quiet ? t.text2 : t.text;
    const int used = style()
                         .text(title(), StationStyle::label, ink, BigStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + used + px(16));
    if (!steps().isEmpty())
        style()
            .text(QString::number(steps().size()), StationStyle::label, t.text2)
            .paint(painter, room);
}

void StationList::paint(QPainter &painter) const
{
    paintTitle(painter);
    if (steps().isEmpty())
        return paintEmpty(painter, rect().adjusted(0, titleHeight(), 0, 0));
    const int shown = shownSteps();
    const StationColumns columns = StationColumns::of(style(), steps().first(shown), width());
    for (int row = 0; row < shown; ++row)
        StationRow{steps().at(row), m_ink == Ink::Quiet}.paint(painter, rowRect(row), style(),
                                                               columns);
    if (shown == steps().size())
        return;
    const QRect last = rowRect(shown);
    style().paintRule(painter, 1, last.top(), width() - 2, style().tokens().hair);
    style()
        .text(tr("%n more order(s)", nullptr, int(steps().size()) - shown), StationStyle::row,
              style().tokens().text2)
        .paint(painter, last.adjusted(px(StationLayout::padding), 0, 0, 0));
}

} // namespace pressboard::client
