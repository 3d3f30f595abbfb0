// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace pressboard::client {

/// Where "later" comes from: the event loop's timers, or a test that moves the time by hand.
class Scheduler
{
public:
    using Ticket = quint64; ///< never 0

    virtual ~Scheduler() = default;
    /// Calls once, never from within this call, also when `delay` is zero.
    virtual Ticket after(std::chrono::milliseconds delay, std::function<void()> call) = 0;
    /// Nothing happens for a ticket that is used up.
    virtual void cancel(Ticket ticket) = 0;
};

/// One thing to be done later; setting it anew forgets the time before.
class Alarm
{
public:
    /// `scheduler` must outlive this.
    Alarm(Scheduler &scheduler, std::function<void()> ring);
    ~Alarm();
    Q_DISABLE_COPY_MOVE(Alarm)

    void start(std::chrono::milliseconds delay);
    void stop();
    bool isRunning() const { return m_ticket != 0; }

private:
    Scheduler &m_scheduler;
    std::function<void()> m_ring;
    Scheduler::Ticket m_ticket = 0;
};

} // namespace pressboard::client
