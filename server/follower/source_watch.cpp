// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/source_watch.h"

#include <utility>

namespace pressboard::server {

SourceWatch::SourceWatch(const Clock &clock, std::chrono::milliseconds silenceLimit,
                         QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limit(silenceLimit)
    , m_heardAt(clock.monotonic())
    , m_heardWhen(clock.now())
    , m_since(m_heardWhen)
{
}

void SourceWatch::heard()
{
    m_heardAt = m_clock.monotonic();
    m_heardWhen = m_clock.now();
    m_suspicious = false;
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

void SourceWatch::check()
{
    if (m_clock.monotonic() - m_heardAt <= m_limit)
        return;
    if (std::exchange(m_suspicious, true))
        setLost();
}

} // namespace pressboard::server
