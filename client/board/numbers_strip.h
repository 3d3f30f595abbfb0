// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/badge.h"
#include "client/models/counted_orders.h"

#include <QList>
#include <QWidget>

namespace pressboard::client {

class BoardNumbers;
class NumberCell;
class Theme;

/// The server's seven numbers in one quiet strip with hairlines: 紧急, 进行中工序, 待开始工序,
/// 处理中, 待处理, 已完成, 订单总数. Each is a door to its orders, by a click, or by the arrow keys
/// and Enter.
class NumbersStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit NumbersStrip(const Theme &theme, QWidget *parent = nullptr);

    void show(const BoardNumbers &numbers);
    /// One low line for low windows.
    void setLow(bool low);
    NumberCell &cell(int index) const { return *m_cells.at(index); } ///< in their order

    /// What a door of a cell counts.
    Counted counted(int cell, int door) const;

Q_SIGNALS:
    /// Somebody wants to see the orders; `words` say which: "紧急 14".
    void chosen(pressboard::client::Counted what, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Place
    {
        int cell = 0;
        int door = 0;
        bool operator==(const Place &) const = default;
    };
    QList<Place> doors() const; ///< in sight, as they are read
    void choose(Place place);
    void setCurrent(Place place);
    void showCurrent();
    void showTiers(const BoardNumbers &numbers);
    /// 紧急 takes what its badges need, the rest share what is left, each at least what its label
    /// needs. Where even that is too much the last ones go: the tooltip has them.
    void arrange();
    int fitting() const;
    void applySizes();
    void describe();

    const Theme &m_theme;
    QList<NumberCell *> m_cells;
    QList<Badge> m_badges; ///< of the first cell
    QList<Counted> m_tiers; ///< what they count
    Place m_current;
    QString m_caveat;
    bool m_low = false;
};

} // namespace pressboard::client
