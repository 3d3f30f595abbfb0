// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

namespace pressboard::test {

/// shopHistory() with so many orders to go out by tomorrow: the nine of the history, over and over,
/// as orders 10,000 and following. Some are nearly done, some hardly begun.
Book dueBook(int rows);

} // namespace pressboard::test
