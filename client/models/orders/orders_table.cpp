// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/orders_table.h"

#include "client/models/board_entry.h"
#include "client/models/orders/order_cells.h"
#include "client/store/store.h"

namespace pressboard::client {
namespace {

BoardRow rowOf(const Order &order, const Store &store)
{
    const BoardEntry entry = heldEntry(order, store.ready().joinSteps());
    BoardRow row = entry.row;
    tellTime(row, entry.since, store.boardNow(), store.today());
    return row;
}

} // namespace

Table ordersTable(const Store &store, const QList<CrmId> &orderIds,
                  const QList<OrderColumn> &columns)
{
    const QList<CustomField> fields = store.shop().fields.ofOrders;
    Table table{{}};
    for (const OrderColumn column : columns)
        table.first() += cells::exportTitles(column, fields);
    const QTimeZone zone = store.zone();
    for (const CrmId &orderId : orderIds) {
        const Order *order = store.book().order(orderId);
        if (order == nullptr)
            continue;
        const BoardRow row = rowOf(*order, store);
        TableRow cells;
        for (const OrderColumn column : columns)
            cells += cells::exportCells(column, {*order, row, zone, fields});
        table.append(cells);
    }
    return table;
}

} // namespace pressboard::client
