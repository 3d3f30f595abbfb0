// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/retry_rhythm.h"

#include "client/connection/server_bounds.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace pressboard::client {
namespace {

constexpr int quickTries = 5;
constexpr milliseconds quickWait = 3s;
/// However the spread falls, somebody who plugs in again waits less than ten seconds.
constexpr milliseconds longestAtHome = 8s;
constexpr milliseconds longestElsewhere = 60s;
constexpr milliseconds firstBackOff = 5s;
constexpr milliseconds longestBackOff = 60s;
/// A 503's Retry-After is not to be had from QWebSocket.
constexpr milliseconds usualPause = 2s;
constexpr double jitter = 0.2;

milliseconds doubled(milliseconds first, int times, milliseconds longest)
{
    milliseconds wait = first;
    for (int i = 0; i < times && wait < longest; ++i)
        wait *= 2;
    return std::min(wait, longest);
}

milliseconds scaled(milliseconds wait, double factor)
{
    return milliseconds(std::llround(double(wait.count()) * factor));
}

} // namespace

RetryRhythm::RetryRhythm(Random random)
    : m_random(std::move(random))
{
}

milliseconds RetryRhythm::next(Retry retry, bool privateNetwork,
                               std::optional<milliseconds> retryAfter)
{
    const int attempt = m_attempts++;
    switch (retry) {
    case Retry::Rhythm:
        break;
    case Retry::Pause: {
        const milliseconds pause = std::clamp<milliseconds>(retryAfter.value_or(usualPause), 0ms,
                                                            server_bounds::retryAfter);
        return pause + scaled(std::max(pause, usualPause), m_random());
    }
    case Retry::BackOff:
        return spread(doubled(firstBackOff, m_backOffs++, longestBackOff));
    case Retry::EachMinute:
        return spread(60s);
    case Retry::EachFiveMinutes:
        return spread(5min);
    }
    return afterCut(attempt, privateNetwork);
}

milliseconds RetryRhythm::afterCut(int attempt, bool privateNetwork) const
{
    if (attempt == 0)
        return 0ms;
    const milliseconds longest = privateNetwork ? longestAtHome : longestElsewhere;
    return spread(doubled(quickWait, std::max(0, attempt - quickTries), longest));
}

milliseconds RetryRhythm::spread(milliseconds wait) const
{
    return scaled(wait, 1 - jitter + 2 * jitter * m_random());
}

void RetryRhythm::noteLive(milliseconds duration)
{
    if (duration >= 10s)
        m_attempts = 0;
    if (duration >= 5min)
        m_backOffs = 0;
}

void RetryRhythm::reset()
{
    m_attempts = 0;
    m_backOffs = 0;
}

} // namespace pressboard::client
