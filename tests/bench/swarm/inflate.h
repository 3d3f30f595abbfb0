// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pressboard::bench {

/// Of RFC 1950; empty when it is not.
std::string inflated(std::string_view bytes);

} // namespace pressboard::bench
