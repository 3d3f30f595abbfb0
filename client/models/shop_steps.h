// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QStringList>

namespace pressboard::client {

/// The steps of this shop, as its orders have them, in the order of the work; empty while none is
/// known. Looks at every step of the book.
QStringList shopSteps(const Book &book);

} // namespace pressboard::client
