// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/column_table.h"
#include "client/controls/badge.h"
#include "client/models/board_row.h"

#include <QStyledItemDelegate>

namespace pressboard::client {

class Theme;

/// Paints whole rows of the board's lists, column by column of the list's table.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    RowDelegate(const Theme &theme, ListKind kind, QObject *parent = nullptr);

    void setPitch(int pitch) { m_pitch = pitch; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const BoardRow &row) const;
    void paintColumn(QPainter &painter, const ColumnTable::Place &place, const BoardRow &row) const;
    QList<ColumnTable::Place> placesOf(const QRect &box, const BoardRow &row) const;
    Badge dueMark(const BoardRow &row) const;
    void paintDue(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintOrder(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintNewMark(QPainter &painter, const QRect &line) const;
    void paintNumberAndCustomer(QPainter &painter, const QRect &line, const BoardRow &row,
                                int textPx) const;
    void paintProduct(QPainter &painter, const QRect &line, const BoardRow &row) const;
    void paintStep(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintHeldAt(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintJudgement(QPainter &painter, const ColumnTable::Place &place,
                        const BoardRow &row) const;
    void paintLeft(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintProgress(QPainter &painter, const QRect &box, const BoardRow &row) const;
    void paintPlain(QPainter &painter, const ColumnTable::Place &place, const QString &text,
                    const QColor &color) const;

    const Theme &m_theme;
    ColumnTable m_columns;
    int m_pitch = 40;
};

} // namespace pressboard::client
