// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/heartbeat.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace pressboard::client {

Heartbeat::Heartbeat(Scheduler &scheduler, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_ping(scheduler, [this] { ping(); })
    , m_answer(scheduler, [this] { setLate(true); })
    , m_silence(scheduler, [this] { Q_EMIT silent(); })
{
}

void Heartbeat::start(std::chrono::seconds interval)
{
    m_interval = interval;
    m_pingedAt = m_clock.monotonic();
    m_ping.start(interval);
    waitForSilence(silenceWait);
}

void Heartbeat::setInterval(std::chrono::seconds interval)
{
    if (m_interval == 0s || m_interval == interval)
        return;
    m_interval = interval;
    const auto passed = m_clock.monotonic() - m_pingedAt;
    m_ping.start(std::max<std::chrono::milliseconds>(interval - passed, 0ms));
}

void Heartbeat::stop()
{
    m_interval = 0s;
    m_ping.stop();
    m_answer.stop();
    m_silence.stop();
    m_open.clear();
    m_roundTrip.reset();
    m_late = false;
}

void Heartbeat::renew()
{
    m_answer.stop();
    for (std::chrono::milliseconds &sent : m_open)
        sent = m_clock.monotonic(); // their answers wait behind what has just come
    setLate(false);
    ping();
}

void Heartbeat::probe()
{
    if (m_interval == 0s)
        return;
    if (m_silentAt - m_clock.monotonic() > probeWait)
        waitForSilence(probeWait);
    ping();
}

void Heartbeat::ping()
{
    m_pingedAt = m_clock.monotonic();
    m_ping.start(m_interval);
    m_open.enqueue(m_pingedAt);
    if (!m_answer.isRunning())
        m_answer.start(answerWait);
    Q_EMIT pingDue();
}

void Heartbeat::heard()
{
    if (m_interval != 0s)
        waitForSilence(silenceWait);
}

void Heartbeat::ponged()
{
    if (m_open.isEmpty())
        return; // an answer to nothing
    const auto now = m_clock.monotonic();
    m_roundTrip = now - m_open.dequeue();
    if (*m_roundTrip > answerWait)
        return setLate(true);
    m_answer.stop();
    if (!m_open.isEmpty())
        m_answer.start(std::max(m_open.head() + answerWait - now, 0ms));
    setLate(false);
}

void Heartbeat::setLate(bool late)
{
    if (m_late == late)
        return;
    m_late = late;
    Q_EMIT lateChanged();
}

void Heartbeat::waitForSilence(std::chrono::milliseconds patience)
{
    m_silentAt = m_clock.monotonic() + patience;
    m_silence.start(patience);
}

} // namespace pressboard::client
