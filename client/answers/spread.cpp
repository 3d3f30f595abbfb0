// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/spread.h"

#include <algorithm>

namespace pressboard::client {
namespace {

/// Where the smallest time stands that `percent` of the cases do not exceed.
size_t rank(size_t cases, size_t percent)
{
    return (cases * percent + 99) / 100 - 1;
}

/// Reorders them.
std::chrono::seconds timeAt(std::vector<std::chrono::seconds> &times, size_t place)
{
    const auto at = times.begin() + std::ptrdiff_t(place);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

} // namespace

Spread spreadOf(std::vector<std::chrono::seconds> times)
{
    if (times.empty())
        return {};
    const size_t cases = times.size();
    return {int(cases), timeAt(times, rank(cases, 50)), timeAt(times, rank(cases, 90))};
}

Spread spreadOfSorted(std::span<const std::chrono::seconds> times)
{
    if (times.empty())
        return {};
    const size_t cases = times.size();
    return {int(cases), times[rank(cases, 50)], times[rank(cases, 90)]};
}

} // namespace pressboard::client
