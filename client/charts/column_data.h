// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pressboard::client {

/// What a chart of columns shows, ready to be drawn.
struct ColumnData
{
    enum class Fill { Strong, Medium, Faint, Red };
    enum class Label { Plain, Filled, Outlined }; ///< 逾期, 今天 stand in badges

    struct Column
    {
        QString label;
        Label shape = Label::Plain;
        QString top; ///< the number over it
        bool isTopBold = false;
        QString text; ///< its name and value, for the pointer
        bool keepsLabel = false; ///< where there is no room for every name
        bool operator==(const Column &) const = default;
    };
    /// From the bottom up; one value a column.
    struct Stack
    {
        QString name; ///< empty: not in the legend
        Fill fill = Fill::Medium;
        QList<double> values;
        bool operator==(const Stack &) const = default;
    };

    QList<Column> columns;
    QList<Stack> stacks;
    QList<double> line; ///< empty: none
    QString lineName;
    QString note; ///< beside the legend
    bool hasScale = false; ///< numbers at the left instead of over the columns
    double top = 0; ///< the value at the top; 0: the largest there is

    double highest() const;
    bool operator==(const ColumnData &) const = default;
};

} // namespace pressboard::client
