// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <span>
#include <vector>

namespace pressboard::client {

/// Fewer cases than this say nothing: 数据不足.
inline constexpr int fewestCases = 5;

/// How long something takes: half of the cases no longer than `median`, nine in ten no longer than
/// `p90`, each the time of a case that was.
struct Spread
{
    int cases = 0;
    std::chrono::seconds median{0};
    std::chrono::seconds p90{0};

    bool isEnough() const { return cases >= fewestCases; }
    bool operator==(const Spread &) const = default;
};

Spread spreadOf(std::vector<std::chrono::seconds> times);
/// The same of times that are sorted already.
Spread spreadOfSorted(std::span<const std::chrono::seconds> times);

} // namespace pressboard::client
