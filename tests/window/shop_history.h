// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

namespace pressboard::test {

/// Nine weeks of a shop's work up to sampleNow(): orders that were delivered, mostly on time, and
/// those in hand; steps with their times by day and by night. The same book each time.
Book shopHistory();
/// A shop that began this morning: a few orders, hardly a step finished.
Book firstMorning();

} // namespace pressboard::test
