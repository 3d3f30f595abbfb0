// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_column.h"
#include "client/models/orders/table.h"
#include "shared/base/crm_id.h"

namespace pressboard::client {

class Store;

/// Orders as a table for other programs: titles, then one a row, in the order given; those that are
/// not in the book any more are left out.
Table ordersTable(const Store &store, const QList<CrmId> &orderIds,
                  const QList<OrderColumn> &columns);

} // namespace pressboard::client
