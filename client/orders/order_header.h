// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace pressboard::client {

class OrderCellDelegate;
class Theme;

/// The column names over the orders: a click sorts, a drag moves or widens. Painted like the title
/// lines of the board's lists, with an arrow at the column that is sorted by.
class OrderHeader final : public QHeaderView
{
    Q_OBJECT
public:
    /// `cells` says how the cells below are padded; it must outlive the header.
    OrderHeader(const Theme &theme, const OrderCellDelegate &cells, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const OrderCellDelegate &m_cells;
};

} // namespace pressboard::client
