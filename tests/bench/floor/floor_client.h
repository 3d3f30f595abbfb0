// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/wire/frame_parser.h"

#include <cstdint>
#include <string>

namespace pressboard::bench {

struct FloorClient
{
    int fd = -1;
    bool isUpgraded = false;
    bool isBehind = false; ///< waits for EPOLLOUT
    std::uint64_t sent = 0; ///< when behind: bytes of all that was ever published
    std::string head; ///< until it is upgraded
    FrameParser parser;
};

} // namespace pressboard::bench
