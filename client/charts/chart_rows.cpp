// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/chart_rows.h"

#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int chevron = 16;
constexpr int moreHeight = 32;

} // namespace

QRect ChartRows::body() const
{
    return rect().adjusted(0, theme().px(headHeight()), 0, -theme().px(footHeight()));
}

int ChartRows::shownRows() const
{
    const int tall = theme().px(pitch());
    const int all = body().height() / tall;
    if (rowCount() <= all)
        return rowCount();
    return std::max(0, (body().height() - theme().px(moreHeight)) / tall);
}

QRect ChartRows::itemRect(int item) const
{
    const int tall = theme().px(pitch());
    const bool isMore = item >= shownRows();
    // The foot belongs to the rows: what leads to the others stands below it.
    const int foot = isMore ? theme().px(footHeight()) : 0;
    return {body().left(), body().top() + item * tall + foot, body().width(),
            isMore ? theme().px(moreHeight) : tall};
}

QString ChartRows::itemText(int item) const
{
    return item < shownRows() ? rowText(item) : moreText(rowCount() - item);
}

int ChartRows::heightNeeded(int) const
{
    const int shown = std::min(rowCount(), leastRows());
    const int more = rowCount() > shown ? moreHeight : 0;
    return theme().px(headHeight() + std::max(shown, 4) * pitch() + more + footHeight());
}

void ChartRows::paintFoot(QPainter &, const QRect &) const
{
}

void ChartRows::paintItems(QPainter &painter)
{
    layOutColumns();
    paintHead(painter, QRect(0, 0, width(), theme().px(headHeight())));
    const int rows = shownRows() * theme().px(pitch());
    paintFoot(painter, QRect(0, body().top(), width(), rows + theme().px(footHeight())));
    for (int row = 0; row < shownRows(); ++row)
        paintRow(painter, itemRect(row), row);
    if (shownRows() < rowCount())
        paintMore(painter, itemRect(shownRows()));
}

void ChartRows::paintMore(QPainter &painter, const QRect &box) const
{
    const Tokens &t = theme().tokens();
    const int size = theme().px(chevron);
    Icon(QStringLiteral("chevron-right"))
        .paint(painter, QRect(box.left(), box.center().y() + 1 - size / 2, size, size), t.text2);
    TextLine{moreText(rowCount() - shownRows()), theme().font(13), t.text2}.paint(
        painter, box.adjusted(size + theme().px(6), 0, 0, 0));
}

} // namespace pressboard::client
