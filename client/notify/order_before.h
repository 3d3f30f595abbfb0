// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::client {

/// The order as it was before the change, as far as publishers set it: what `kept` fields were is
/// not undone.
Order orderBefore(const Order &order, const Change &change);

} // namespace pressboard::client
