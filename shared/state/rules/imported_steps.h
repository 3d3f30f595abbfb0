// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::rules {

/// An imported order may bring all its steps with it: `data.steps`, an array of objects with the
/// fields of a progress_notification. They replace the steps it has; those touched after the
/// import's `as_of` are left alone. A step that another order has stays there: only a
/// progress_notification moves steps, because it also tells who loses sight of them.
void importSteps(Book &book, CrmId orderId, const Event &event, Change &change);

} // namespace pressboard::rules
