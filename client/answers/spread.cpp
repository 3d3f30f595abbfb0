// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/spread.h"

#include <algorithm>

namespace pressboard::client {
namespace {

/// The smallest time that `percent` of the cases do not exceed. Reorders them.
std::chrono::seconds rank(std::vector<std::chrono::seconds> &times, size_t percent)
{
    const size_t place = (times.size() * percent + 99) / 100 - 1;
    const auto at = times.begin() + std::ptrdiff_t(place);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

} // namespace

Spread spreadOf(std::vector<std::chrono::seconds> times)
{
    if (times.empty())
        return {};
    Spread spread;
    spread.cases = int(times.size());
    spread.median = rank(times, 50);
    spread.p90 = rank(times, 90);
    return spread;
}

} // namespace pressboard::client
