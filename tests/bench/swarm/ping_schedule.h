// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/wire/clock.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace pressboard::bench {

/// Spreads one act per client evenly over a period, round and round.
class PingSchedule
{
public:
    /// 0: never.
    void setPeriod(double seconds, std::int64_t now)
    {
        m_periodNs = std::int64_t(seconds * double(nsPerSecond));
        m_last = now;
        m_owed = 0;
    }
    bool isOn() const { return m_periodNs > 0; }

    /// Calls `act(index)` for whom it is time among `count` clients.
    template<typename Act> void run(std::size_t count, std::int64_t now, Act &&act)
    {
        if (!isOn() || count == 0)
            return;
        m_owed += double(now - m_last) * double(count) / double(m_periodNs);
        m_last = now;
        for (m_owed = std::min(m_owed, double(count)); m_owed >= 1; --m_owed)
            act(m_next++ % count);
    }

private:
    std::int64_t m_periodNs = 0;
    std::int64_t m_last = 0;
    double m_owed = 0; ///< acts
    std::size_t m_next = 0;
};

} // namespace pressboard::bench
