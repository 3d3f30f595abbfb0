// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store_image.h"

namespace pressboard::bench {

/// A shop with years behind it: so many orders with so many steps each, one in ten of them open,
/// of 2,000 customers and 500 products. The same one each time.
client::StoreImage largeShop(int orders, int stepsEach, Moment now);

} // namespace pressboard::bench
