// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QString>

namespace pressboard::client::format {

/// What an order goes by on the screen: its number, or #ID as long as the CRM has told none, as of
/// an order of which only a step is known. Never empty.
QString orderNumber(const Order &order);
/// It is one of the shop's, not an ID in its place.
bool isOwnNumber(const QString &number);

} // namespace pressboard::client::format
