// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/order_number.h"

namespace pressboard::client::format {

namespace {

constexpr QChar idMark(u'#');

} // namespace

QString orderNumber(const Order &order)
{
    return order.orderNo.isEmpty() ? idMark + order.orderId.toString() : order.orderNo;
}

bool isOwnNumber(const QString &number)
{
    return !number.isEmpty() && !number.startsWith(idMark);
}

} // namespace pressboard::client::format
