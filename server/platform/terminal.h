// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace pressboard::server::platform {

/// Does somebody look at it? False where nobody can tell.
bool isTerminal(std::FILE *stream);

} // namespace pressboard::server::platform
