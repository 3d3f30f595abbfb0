// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::rules {

/// dashboard_update: a publisher's own numbers.
void numbersRule(Book &book, const Event &event, Change &change);

} // namespace pressboard::rules
