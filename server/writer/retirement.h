// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/book.h"

#include <QList>

namespace pressboard::server {

/// The finished orders (completed or cancelled) that finished before `before`, and those whose
/// status is none of ours that nobody touched since then; oldest first, at most `most`. An imported
/// row has no times of its own: then the event that last touched it counts, and without that it
/// stays.
QList<CrmId> ordersToRetire(const Book &book, Moment before, qsizetype most);

} // namespace pressboard::server
