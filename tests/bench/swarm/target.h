// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace pressboard::bench {

/// Whom the swarm connects to, and how.
struct Target
{
    std::uint16_t port = 0;
    std::string path = "/";
    std::string token; ///< empty: none
    bool speaksV1 = false; ///< else it only listens
    bool takesZlib = false;
};

} // namespace pressboard::bench
