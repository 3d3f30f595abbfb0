// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/badge.h"

namespace pressboard::client {

struct BoardRow;

/// When the order is due, or that work on it must stop, in words and in a shape.
Badge dueBadge(const BoardRow &row);

} // namespace pressboard::client
