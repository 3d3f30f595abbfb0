// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_sort.h"

#include <QCoreApplication>
#include <QList>
#include <QRect>
#include <QString>

namespace pressboard::client {

class Theme;

/// The kinds of list on the board, and 今日必交.
enum class ListKind { Running, Ready, Blocked, Urgent, Completed, Due };

enum class Column {
    Due,
    Order,
    Step,
    Operator,
    Previous,
    Elapsed,
    Waiting,
    Progress,
    HeldAt,
    Done,
    Early,
    Time,
    Product,
    Quantity,
    NowAt, ///< as HeldAt, of what may well run
    Left,
    Expected,
    Slow,
    Verdict
};

/// Where the columns of a list stand: read by the delegate that paints its rows and by the title
/// line that names them, so that the two can never disagree.
class ColumnTable
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::ColumnTable)
public:
    struct Place
    {
        Column column;
        QRect box; ///< without the gap to its neighbour
        Qt::Alignment align;
    };

    explicit ColumnTable(ListKind kind);

    ListKind kind() const { return m_kind; }
    bool isTwoLine() const;
    /// Boxes within a row of the panel's inner width; the scroll bar's width is in the padding.
    QList<Place> places(const QRect &row, const Theme &theme) const;
    /// Empty for the columns that need no name.
    static QString title(Column column);
    /// What a click on the column's name sorts by; Itself for those that have none.
    static RowSort::By sortOf(Column column);
    /// Everything the list can be sorted by, its usual order first.
    QList<RowSort::By> sorts() const;

private:
    struct Spec
    {
        Column column;
        int width; ///< 0: what the others leave
        int gap; ///< to the right neighbour, within the width
        bool right; ///< numbers and times stand right
    };
    QList<Spec> specs(const Theme &theme, int width) const;
    static int roomForOrder(const QList<Spec> &specs, int width, const Theme &theme);
    static void narrow(QList<Spec> &specs, int width, const Theme &theme);
    static QList<Spec> dueSpecs(const Theme &theme, int width);

    ListKind m_kind;
};

} // namespace pressboard::client
