// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "client/models/orders/order_column.h"

#include <QStyledItemDelegate>

namespace pressboard::client {

class Theme;

/// Paints the cells of the orders table as the board paints its rows: a badge for the due date, the
/// shared start of the order number standing back, the step an order is held at in bold.
class OrderCellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    OrderCellDelegate(const Theme &theme, QObject *parent = nullptr);

    /// The row under the pointer; -1: none.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    /// The outermost visible columns: they have the panel's padding.
    void setEdges(int firstColumn, int lastColumn);

    /// Padding of a cell, to the left and to the right, in pixels.
    QMargins padding(int column) const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// A text that does not fit is told in a tooltip.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintNumber(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintHeldAt(QPainter &painter, const QRect &box, const BoardRow &row) const;

    const Theme &m_theme;
    int m_hoveredRow = -1;
    int m_firstColumn = 0;
    int m_lastColumn = 0;
};

} // namespace pressboard::client
