// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "tests/support/manual_clock.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pressboard::test {

/// Timers that ring when a test moves the clock past them, in order, and never by themselves.
class ManualScheduler final : public client::Scheduler
{
public:
    explicit ManualScheduler(ManualClock &clock)
        : m_clock(clock)
    {
    }

    Ticket after(std::chrono::milliseconds delay, std::function<void()> call) override
    {
        m_calls.emplace(Due{m_clock.monotonic() + delay, ++m_last}, std::move(call));
        return m_last;
    }
    void cancel(Ticket ticket) override
    {
        std::erase_if(m_calls, [ticket](const auto &call) { return call.first.second == ticket; });
    }

    bool isIdle() const { return m_calls.empty(); }
    /// From now to the next call; only when not isIdle().
    std::chrono::milliseconds untilNext() const
    {
        return std::max(m_calls.begin()->first.first - m_clock.monotonic(),
                        std::chrono::milliseconds(0));
    }
    /// Moves the clock by `time`, stopping at each call on the way.
    void advance(std::chrono::milliseconds time)
    {
        const std::chrono::milliseconds end = m_clock.monotonic() + time;
        while (!m_calls.empty() && m_calls.begin()->first.first <= end)
            ringNext();
        m_clock.advance(end - m_clock.monotonic());
    }

private:
    using Due = std::pair<std::chrono::milliseconds, Ticket>;

    void ringNext()
    {
        m_clock.advance(untilNext());
        auto node = m_calls.extract(m_calls.begin());
        node.mapped()();
    }

    ManualClock &m_clock;
    Ticket m_last = 0;
    std::map<Due, std::function<void()>> m_calls;
};

} // namespace pressboard::test
