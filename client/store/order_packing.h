// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/packer.h"
#include "client/store/unpacker.h"
#include "shared/state/order.h"

namespace pressboard::client {

// An order with its steps for the cache: every field, else a resume would go on from a book that
// is not the one that was seen.

void pack(Packer &packer, const Order &order);
Order unpackOrder(Unpacker &unpacker);

} // namespace pressboard::client
