// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/heartbeat.h"

#include "shared/base/limits.h"

namespace pressboard::client {

Heartbeat::Heartbeat(Scheduler &scheduler, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_wirePing(scheduler, [this] { probe(); })
    , m_answer(scheduler, [this] { Q_EMIT silent(); })
    , m_ping(scheduler, [this] {
        m_ping.start(m_interval);
        Q_EMIT pingDue();
    })
{
}

void Heartbeat::start(std::chrono::seconds interval)
{
    m_interval = interval;
    m_wirePing.start(limits::wirePing);
    m_ping.start(interval);
}

void Heartbeat::stop()
{
    m_wirePing.stop();
    m_answer.stop();
    m_ping.stop();
    m_pingedAt.reset();
    m_roundTrip.reset();
}

void Heartbeat::probe()
{
    m_wirePing.start(limits::wirePing);
    m_answer.start(limits::wirePongWait);
    m_pingedAt = m_clock.monotonic();
    Q_EMIT wirePingDue();
}

void Heartbeat::heard()
{
    m_answer.stop();
}

void Heartbeat::ponged()
{
    heard();
    if (m_pingedAt)
        m_roundTrip = m_clock.monotonic() - *m_pingedAt;
    m_pingedAt.reset();
}

} // namespace pressboard::client
