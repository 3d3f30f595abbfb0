// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QSet>

namespace pressboard::client {

/// Every order that a change touched, itself or one of its steps.
inline QSet<CrmId> ordersIn(const Change &change)
{
    QSet<CrmId> orders;
    for (const OrderChange &order : change.orders)
        orders.insert(order.orderId);
    for (const StepChange &step : change.steps)
        orders.insert(step.orderId);
    return orders;
}

} // namespace pressboard::client
