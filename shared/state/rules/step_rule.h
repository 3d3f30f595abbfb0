// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::rules {

/// progress_notification: a step comes, changes, moves or goes.
void stepRule(Book &book, const Event &event, Change &change);

} // namespace pressboard::rules
