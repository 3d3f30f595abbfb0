// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/keep_alive.h"

namespace pressboard::server {

KeepAlive::KeepAlive(const Limits &limits, std::chrono::milliseconds now)
    : m_limits(limits)
    , m_heardAt(now)
    , m_stuckSince(now)
{
}

void KeepAlive::heard(std::chrono::milliseconds now)
{
    m_heardAt = now;
    m_pingedAt.reset();
}

void KeepAlive::progressed(std::chrono::milliseconds now)
{
    m_hasProgressed = true;
    heard(now);
}

KeepAlive::Finding KeepAlive::check(std::chrono::milliseconds now, bool somethingPends)
{
    if (isStuck(now, somethingPends))
        return Finding::Stuck;
    if (now - m_heardAt < m_limits.ping)
        return Finding::Fine;
    if (m_pingedAt)
        return now - *m_pingedAt < m_limits.answer ? Finding::Fine : Finding::Dead;
    m_pingedAt = now;
    return Finding::Silent;
}

bool KeepAlive::isStuck(std::chrono::milliseconds now, bool somethingPends)
{
    if (somethingPends && !m_hasProgressed)
        return now - m_stuckSince >= m_limits.stall;
    m_hasProgressed = false;
    m_stuckSince = now;
    return false;
}

} // namespace pressboard::server
