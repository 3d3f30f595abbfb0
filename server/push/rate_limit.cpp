// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/rate_limit.h"

#include <algorithm>

namespace pressboard::server {

RateLimit::RateLimit(double burst, double perSecond)
    : m_burst(burst)
    , m_perMillisecond(perSecond / 1000.0)
    , m_left(burst)
{
}

double RateLimit::leftAt(std::chrono::milliseconds now) const
{
    const auto passed = std::max(now - m_last, std::chrono::milliseconds(0));
    return std::min(m_burst, m_left + double(passed.count()) * m_perMillisecond);
}

bool RateLimit::tryAcquire(std::chrono::milliseconds now, double amount)
{
    m_left = leftAt(now);
    m_last = now;
    if (m_left < amount)
        return false;
    m_left -= amount;
    return true;
}

void RateLimit::charge(std::chrono::milliseconds now, double amount)
{
    m_left = std::max(leftAt(now) - amount, -m_burst);
    m_last = now;
}

} // namespace pressboard::server
