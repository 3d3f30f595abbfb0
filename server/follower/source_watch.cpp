// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/source_watch.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

using namespace std::chrono_literals;

/// A turn of the loop that takes long on a busy machine is no sleep.
static constexpr std::chrono::milliseconds leastSleep = 2s;

SourceWatch::SourceWatch(const Clock &clock, std::chrono::milliseconds silenceLimit,
                         QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limit(silenceLimit)
    , m_heardAt(clock.monotonic())
    , m_heardWhen(clock.now())
    , m_checkedAt(m_heardAt)
    , m_since(m_heardWhen)
{
}

void SourceWatch::wake()
{
    m_wokenBefore = std::exchange(m_wokenAt, m_clock.monotonic());
    check();
}

void SourceWatch::heard()
{
    m_heardAt = m_wokenBefore.value_or(m_clock.monotonic());
    m_heardWhen = m_clock.now();
}

void SourceWatch::heardReading()
{
    heard();
    m_readUntil = m_heardWhen;
    m_heardReading = true;
}

void SourceWatch::setLiveIfReading()
{
    if (m_heardReading)
        setLive();
}

void SourceWatch::setLive()
{
    if (hasSlept())
        return; // the next check tells
    heard();
    m_heardReading = true;
    if (m_live)
        return;
    m_live = true;
    m_since = m_heardWhen;
    Q_EMIT wentLive(m_since);
}

void SourceWatch::setLost()
{
    if (!m_live)
        return;
    m_live = false;
    m_heardReading = false;
    m_since = m_heardWhen;
    Q_EMIT wentLost(m_since);
}

bool SourceWatch::hasSlept() const
{
    return m_clock.monotonic() - m_checkedAt > std::max(m_limit, leastSleep);
}

void SourceWatch::check()
{
    const bool slumber = hasSlept();
    m_checkedAt = m_clock.monotonic();
    if (slumber || m_checkedAt - m_heardAt > m_limit)
        setLost();
    if (slumber)
        Q_EMIT slept();
}

} // namespace pressboard::server
