// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>

namespace pressboard::bench {

constexpr std::int64_t nsPerSecond = 1'000'000'000;

/// Nanoseconds of the clock that publisher and receivers share.
inline std::int64_t nowNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * nsPerSecond + now.tv_nsec;
}

} // namespace pressboard::bench
