// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_current.h"

#include "client/models/format.h"
#include "client/station/station_order.h"
#include "client/station/station_row.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

// Of the design, from the panel's top.
constexpr int titleHeight = 62;
constexpr int numberHeight = 96;
constexpr int lineHeight = 60;
constexpr int timesTop = 286; ///< where the rule is
constexpr int timesLabel = 14; ///< below it
constexpr int timesLabelHeight = 36;

} // namespace

StationCurrent::StationCurrent(const StationStyle &style, QWidget *parent)
    : StationPanel(style, parent)
{
}

QRect StationCurrent::inner() const
{
    const int side = px(StationLayout::padding);
    return rect().adjusted(side, 0, -side, 0);
}

QRect StationCurrent::half(int index) const
{
    const int room = (height() - px(titleHeight)) / 2;
    return {inner().left(), px(titleHeight) + index * room, inner().width(), room};
}

QRect StationCurrent::rowRect(int row) const
{
    return {0, px(titleHeight + row * StationLayout::rowHeight), width(),
            px(StationLayout::rowHeight)};
}

int StationCurrent::rowsInRoom() const
{
    return std::max(1, (height() - px(titleHeight)) / px(StationLayout::rowHeight));
}

int StationCurrent::shownRows() const
{
    const int all = int(steps().size());
    return all <= rowsInRoom() ? all : rowsInRoom() - 1;
}

CrmId StationCurrent::orderAt(const QPoint &position) const
{
    if (steps().size() == 1)
        return steps().first().orderId;
    if (steps().size() == 2)
        return steps().at(half(1).contains(position) ? 1 : 0).orderId;
    for (int row = 0; row < shownRows(); ++row) {
        if (rowRect(row).contains(position))
            return steps().at(row).orderId;
    }
    return {};
}

void StationCurrent::paint(QPainter &painter) const
{
    paintTitle(painter);
    switch (steps().size()) {
    case 0:
        return paintEmpty(painter, rect().adjusted(0, px(titleHeight), 0, -px(titleHeight)));
    case 1:
        return paintOne(painter);
    case 2:
        paintHalf(painter, half(0), steps().first());
        style().paintRule(painter, inner().left(), half(1).top(), inner().width(),
                          style().tokens().hair);
        return paintHalf(painter, half(1), steps().last());
    default:
        return paintRows(painter);
    }
}

void StationCurrent::paintTitle(QPainter &painter) const
{
    const Tokens &t = style().tokens();
    QRect room(inner().left(), 0, inner().width(), px(titleHeight));
    if (steps().size() == 1)
        room.setRight(paintStepName(painter, room, style(), steps().first()) - px(16));
    const int used = style()
                         .text(title(), StationStyle::label, t.text, BigStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + used + px(16));
    if (steps().size() > 1)
        style()
            .text(QString::number(steps().size()), StationStyle::label, t.text2)
            .paint(painter, room);
}

void StationCurrent::paintOne(QPainter &painter) const
{
    const Tokens &t = style().tokens();
    const StationStep &step = steps().first();
    const auto line = [this](int top, int height) {
        return QRect(inner().left(), px(top), inner().width(), px(height));
    };
    paintNumber(painter, line(titleHeight, numberHeight), style(), step, StationStyle::current);
    const int customerTop = titleHeight + numberHeight;
    style()
        .text(step.customer, StationStyle::row, t.text)
        .paint(painter, line(customerTop - 4, lineHeight));
    style()
        .text(format::dotted({step.product, step.quantity}), StationStyle::row, t.text)
        .paint(painter, line(customerTop + lineHeight - 2, lineHeight));
    style().paintRule(painter, inner().left(), px(timesTop), inner().width(), t.hair);
    paintTimes(painter, timesTop + timesLabel);
}

/// 操作员, 已用时, 预计完成: three columns, the last one at the right.
void StationCurrent::paintTimes(QPainter &painter, int top) const
{
    const Tokens &t = style().tokens();
    const StationStep &step = steps().first();
    const auto pair = [&](int left, int right, const QString &title, const QString &value,
                          Qt::Alignment align, BigStyle::Weight weight) {
        if (value.isEmpty())
            return;
        const QRect room(inner().left() + left, px(top), right - left, px(timesLabelHeight));
        style().text(title, StationStyle::label, t.text2).paint(painter, room, align);
        style()
            .text(value, StationStyle::row, t.text, weight)
            .paint(painter, room.translated(0, room.height() + px(4)).adjusted(0, 0, 0, px(14)),
                   align);
    };
    const int third = inner().width() / 3;
    const auto regular = BigStyle::Weight::Regular;
    pair(0, third - px(8), tr("Operator"), step.operatorName, Qt::AlignLeft, regular);
    pair(third, 2 * third, tr("Elapsed"), step.elapsed, Qt::AlignLeft, regular);
    pair(2 * third, inner().width(), step.endTitle, step.end, Qt::AlignRight,
         BigStyle::Weight::Bold);
}

void StationCurrent::paintHalf(QPainter &painter, const QRect &box, const StationStep &step) const
{
    const Tokens &t = style().tokens();
    const int line = box.height() / 3;
    const auto at = [&](int index) {
        return QRect(box.left(), box.top() + index * line, box.width(), line);
    };
    paintNumber(painter, at(0), style(), step, StationStyle::next);
    paintJob(painter, at(1), style(), step);
    QRect last = at(2);
    last.setRight(paintStepName(painter, last, style(), step) - px(16));
    const QString end =
        step.end.isEmpty() ? QString() : step.endTitle + QLatin1Char(' ') + step.end;
    style()
        .text(format::dotted({step.operatorName, step.elapsed, end}), StationStyle::label, t.text2)
        .paint(painter, last);
}

void StationCurrent::paintRows(QPainter &painter) const
{
    const int shown = shownRows();
    const StationColumns columns = StationColumns::of(style(), steps().first(shown), width());
    for (int row = 0; row < shown; ++row)
        StationRow{steps().at(row), false, true}.paint(painter, rowRect(row), style(), columns);
    if (shown == steps().size())
        return;
    const QRect last = rowRect(shown);
    style().paintRule(painter, 1, last.top(), width() - 2, style().tokens().hair);
    style()
        .text(tr("%n more step(s)", nullptr, int(steps().size()) - shown), StationStyle::row,
              style().tokens().text2)
        .paint(painter, last.adjusted(px(StationLayout::padding), 0, 0, 0));
}

} // namespace pressboard::client
