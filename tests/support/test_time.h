// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/qt_scheduler.h"
#include "shared/base/time.h"

namespace pressboard::test {

/// The real clock, but a test can let a program sit through minutes within a moment: monotonic
/// time jumps, the time of day does not.
class SkippingClock final : public Clock
{
public:
    Moment now() const override { return m_system.now(); }
    std::chrono::milliseconds monotonic() const override
    {
        return m_system.monotonic() + m_skipped;
    }
    void skip(std::chrono::milliseconds time) { m_skipped += time; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_skipped{0};
};

/// The real scheduler, with every wait shortened in the same proportion.
class QuickScheduler final : public client::Scheduler
{
public:
    /// 1: as in the shop.
    explicit QuickScheduler(int timesAsFast)
        : m_timesAsFast(timesAsFast)
    {
    }
    Ticket after(std::chrono::milliseconds delay, std::function<void()> call) override
    {
        return m_scheduler.after(delay / m_timesAsFast, std::move(call));
    }
    void cancel(Ticket ticket) override { m_scheduler.cancel(ticket); }

private:
    client::QtScheduler m_scheduler;
    int m_timesAsFast;
};

} // namespace pressboard::test
