// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_cell_delegate.h"

#include "client/controls/badge.h"
#include "client/models/format.h"
#include "client/models/orders/order_cells.h"
#include "client/orders/due_badge.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 14;
constexpr int smallPx = 12;
constexpr int duePx = 13;
constexpr int cellPadding = 6;

/// Columns that are looked for stand in ink, what only adds to them stands back.
bool isSecondary(OrderColumn column)
{
    return column == OrderColumn::Product || column >= OrderColumn::Status;
}

} // namespace

OrderCellDelegate::OrderCellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void OrderCellDelegate::setEdges(int firstColumn, int lastColumn)
{
    m_firstColumn = firstColumn;
    m_lastColumn = lastColumn;
}

QMargins OrderCellDelegate::padding(int column) const
{
    const int usual = m_theme.px(cellPadding);
    // A number ends where the next column begins: they need more air.
    const int right = cells::isNumber(OrderColumn(column)) ? 2 * usual : usual;
    const int edge = m_theme.px(Theme::panelPadding - 1);
    return {column == m_firstColumn ? edge : usual, 0, column == m_lastColumn ? edge : right, 0};
}

void OrderCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const auto column = OrderColumn(index.column());
    painter->save();
    paintGround(*painter, option, index);
    const QRect box = option.rect.marginsRemoved(padding(index.column())).adjusted(0, 0, 0, -1);
    if (column == OrderColumn::Due) {
        dueBadge(index.data(RowRole).value<BoardRow>()).paint(*painter, box, m_theme, duePx);
    } else if (column == OrderColumn::OrderNo) {
        paintNumber(*painter, box, index.data(RowRole).value<BoardRow>());
    } else if (column == OrderColumn::HeldAt) {
        paintHeldAt(*painter, box, index.data(RowRole).value<BoardRow>());
    } else {
        const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const QColor ink = isSecondary(column) ? t.text2 : t.text;
        TextLine{index.data().toString(), m_theme.font(textPx), ink}.paint(
            *painter, box, align & Qt::AlignHorizontal_Mask);
    }
    painter->restore();
}

void OrderCellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRect &rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter.fillRect(rect, t.select);
    else if (index.row() == m_hoveredRow)
        painter.fillRect(rect, t.hover);
    fillHairline(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), t.hair);
    if (index.column() == m_firstColumn && index.data(RecentlyChangedRole).toBool())
        painter.fillRect(rect.left(), rect.top(), m_theme.px(3), rect.height() - 1, t.blue);
    // Of several rows that are selected, the one the keys move from.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool focused = view != nullptr && view->hasFocus()
        && view->currentIndex().row() == index.row() && (option.state & QStyle::State_Selected)
        && (option.state & QStyle::State_KeyboardFocusChange);
    if (!focused)
        return;
    painter.fillRect(rect.left(), rect.top(), rect.width(), 2, t.blue);
    painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 2, t.blue);
    if (index.column() == m_firstColumn)
        painter.fillRect(rect.left(), rect.top(), 2, rect.height() - 1, t.blue);
    if (index.column() == m_lastColumn)
        painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height() - 1, t.blue);
}

void OrderCellDelegate::paintNumber(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    const QFont font = m_theme.font(textPx);
    QRect rest = box;
    rest.setLeft(
        rest.left()
        + TextLine{row.orderNo.left(row.sharedPrefix), font, t.text3}.paint(painter, rest));
    TextLine{row.orderNo.mid(row.sharedPrefix), font, t.text}.paint(painter, rest);
}

void OrderCellDelegate::paintHeldAt(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    const TextLine step{row.stepName, m_theme.font(textPx, Theme::Weight::Bold), t.text};
    QRect rest = box;
    rest.setLeft(rest.left() + step.paint(painter, rest) + m_theme.px(7));
    // For how long is told whole or not at all; without its state before it says still enough.
    for (const QString &words : {format::heldFor(row), format::elapsed(row.elapsed)}) {
        const TextLine since{words, m_theme.font(smallPx), t.text2};
        if (since.width() <= rest.width()) {
            since.paint(painter, rest);
            return;
        }
    }
}

bool OrderCellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data().toString();
    const int room = option.rect.marginsRemoved(padding(index.column())).width();
    const bool cut = TextLine{text, m_theme.font(textPx), {}}.width() > room;
    showPlainTip(event->globalPos(), cut ? text : QString(), view);
    return true;
}

} // namespace pressboard::client
