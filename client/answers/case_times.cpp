// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/case_times.h"

#include <algorithm>

namespace pressboard::client {

using std::chrono::seconds;

CaseTimes::CaseTimes(std::vector<seconds> times)
    : m_times(std::move(times))
{
    std::sort(m_times.begin(), m_times.end());
    m_whole = spreadOfSorted(m_times);
}

Spread CaseTimes::rest(seconds used) const
{
    if (used <= seconds::zero())
        return m_whole;
    const auto first = std::lower_bound(m_times.begin(), m_times.end(), used);
    Spread rest = spreadOfSorted({first, m_times.end()});
    if (!rest.isEnough())
        rest = m_whole;
    rest.median = std::max(rest.median - used, seconds::zero());
    rest.p90 = std::max(rest.p90 - used, seconds::zero());
    return rest;
}

} // namespace pressboard::client
