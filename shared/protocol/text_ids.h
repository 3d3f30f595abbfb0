// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"
#include "shared/state/notice.h"
#include "shared/state/order.h"

#include <optional>

/// The feature `text-ids` of the protocol: what a client gets that does not take IDs that are
/// texts. It has the board without the orders and the steps that have one.
namespace pressboard::protocol {

bool hasTextIds(const Event &event);
bool hasTextIds(const Notice &notice);

/// The order without its steps that have one; nothing when it has one itself.
std::optional<Order> withoutTextIds(const Order &order);
/// A notice is for people, whatever it is about: it only leads nowhere.
QJsonObject noticeWithoutTextIds(QJsonObject data);

} // namespace pressboard::protocol
