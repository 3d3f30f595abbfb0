// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "client/models/orders/order_column.h"
#include "client/models/orders/table.h"
#include "shared/state/custom_fields.h"

#include <QTimeZone>

/// The words of the orders page, cell by cell, in the language of the installed translation.
namespace pressboard::client::cells {

/// One order as a row: the order, what the clock makes of it, and the shop's zone.
struct Subject
{
    const Order &order;
    const BoardRow &row;
    const QTimeZone &zone;
    const QList<CustomField> &fields; ///< the shop's own ones of orders
};

QString title(OrderColumn column, const QList<CustomField> &fields = {});
/// As it is read on the screen: 逾期2天, 3000册, 覆膜 待开始 5小时.
QString text(OrderColumn column, const Subject &subject);
/// Numbers and times stand right.
bool isNumber(OrderColumn column);

/// As a table program wants it: dates in full, numbers without separators or units, which have a
/// column of their own.
TableRow exportTitles(OrderColumn column, const QList<CustomField> &fields);
TableRow exportCells(OrderColumn column, const Subject &subject);

} // namespace pressboard::client::cells
