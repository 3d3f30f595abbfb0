// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/pulse.h"

namespace pressboard::server {

Pulse::Pulse(const Limits &limits, std::chrono::milliseconds now)
    : m_limits(limits)
    , m_beatAt(now)
    , m_stuckSince(now)
{
}

void Pulse::beat(std::chrono::milliseconds now)
{
    m_beatAt = now;
    m_pingedAt.reset();
}

void Pulse::progress(std::chrono::milliseconds now)
{
    m_hasProgressed = true;
    beat(now);
}

Pulse::Finding Pulse::look(std::chrono::milliseconds now, bool somethingPends)
{
    if (isStuck(now, somethingPends))
        return Finding::Stuck;
    if (now - m_beatAt < m_limits.ping)
        return Finding::Fine;
    if (m_pingedAt)
        return now - *m_pingedAt < m_limits.answer ? Finding::Fine : Finding::Dead;
    m_pingedAt = now;
    return Finding::Silent;
}

bool Pulse::isStuck(std::chrono::milliseconds now, bool somethingPends)
{
    if (somethingPends && !m_hasProgressed)
        return now - m_stuckSince >= m_limits.stall;
    m_hasProgressed = false;
    m_stuckSince = now;
    return false;
}

} // namespace pressboard::server
