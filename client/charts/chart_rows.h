// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/charts/chart_items.h"

namespace pressboard::client {

/// A chart of painted rows under a line of column names: sharper and cheaper than Qt Charts where a
/// row is mostly words. As many rows as fit are shown; a last line leads to the others.
class ChartRows : public ChartItems
{
    Q_OBJECT
public:
    using ChartItems::ChartItems;

    /// The rows that fit, and the line that says how many do not.
    int itemCount() const final { return shownRows() + int(shownRows() < rowCount()); }
    QRect itemRect(int item) const final;
    QString itemText(int item) const final;
    int heightNeeded(int width) const final;

    int shownRows() const;
    virtual int rowCount() const = 0; ///< also those that do not fit

protected:
    virtual QString rowText(int row) const = 0;
    virtual int pitch() const = 0; ///< design px
    virtual int leastRows() const = 0; ///< that it wants room for
    virtual int headHeight() const = 0; ///< of the column names, design px
    virtual int footHeight() const { return 0; } ///< below the rows, design px
    virtual QString moreText(int rows) const = 0;
    /// Before each picture.
    virtual void layOutColumns() { }
    virtual void paintHead(QPainter &painter, const QRect &box) const = 0;
    virtual void paintRow(QPainter &painter, const QRect &box, int row) const = 0;
    /// Behind the rows, and below the last one.
    virtual void paintFoot(QPainter &painter, const QRect &box) const;

    QRect body() const; ///< the rows and what is left below them
    void paintItems(QPainter &painter) override;

private:
    void paintMore(QPainter &painter, const QRect &box) const;
};

} // namespace pressboard::client
