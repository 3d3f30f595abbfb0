// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/due_judgement.h"

namespace pressboard::client {

bool mustGoOut(const Order &order, QDate today)
{
    return !order.stub && order.isOpen() && order.deliveryDate.isValid()
        && today.daysTo(order.deliveryDate) <= 1;
}

} // namespace pressboard::client
