// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::rules {

/// order_notification: a row of the orders comes, changes or goes.
void orderRule(Book &book, const Event &event, Change &change);

} // namespace pressboard::rules
