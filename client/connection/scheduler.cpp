// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/scheduler.h"

#include <utility>

namespace pressboard::client {

Alarm::Alarm(Scheduler &scheduler, std::function<void()> ring)
    : m_scheduler(scheduler)
    , m_ring(std::move(ring))
{
}

Alarm::~Alarm()
{
    stop();
}

void Alarm::start(std::chrono::milliseconds delay)
{
    stop();
    m_ticket = m_scheduler.after(delay, [this] {
        m_ticket = 0;
        m_ring();
    });
}

void Alarm::stop()
{
    if (m_ticket != 0)
        m_scheduler.cancel(m_ticket);
    m_ticket = 0;
}

} // namespace pressboard::client
