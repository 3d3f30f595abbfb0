// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/server_clock.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace pressboard::client {
namespace {

constexpr int samplesKept = 8;
constexpr std::chrono::milliseconds clockWasSet = 10s;
constexpr std::chrono::milliseconds tolerated = 2min;

} // namespace

void ServerClock::adopt(Moment serverTime)
{
    const auto sample = serverTime.time_since_epoch() - m_clock.monotonic();
    if (std::chrono::abs(sample - m_sinceStart) > clockWasSet)
        m_samples.clear();
    m_samples.append(sample);
    if (m_samples.size() > samplesKept)
        m_samples.removeFirst();
    m_sinceStart = *std::max_element(m_samples.cbegin(), m_samples.cend());
    m_offset = byMonotonic() - m_clock.now();
    m_isHeard = true;
}

bool ServerClock::isLocalClockWrong() const
{
    return std::chrono::abs(offset()) > tolerated;
}

} // namespace pressboard::client
