// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/rate_limit.h"
#include "server/stations/station_registry.h"
#include "shared/base/time.h"

#include <algorithm>

namespace pressboard::server {

/// What receipts may cost, in stations that are written down for a notice, or read of one: beyond
/// it a notice has no receipts, and numbers are told later. A shop with fifty never meets it.
class ReceiptBudget
{
public:
    static constexpr double writtenBurst = 50'000;
    static constexpr double writtenPerSecond = 5'000;
    static constexpr double readBurst = 20'000;
    static constexpr double readPerSecond = 10'000;

    ReceiptBudget(const StationRegistry &registry, const Clock &clock)
        : m_registry(registry)
        , m_clock(clock)
    {
    }

    bool mayWrite() { return m_written.tryAcquire(m_clock.monotonic(), ofNotice()); }
    bool mayRead() { return m_read.tryAcquire(m_clock.monotonic(), ofNotice()); }

private:
    double ofNotice() const { return double(std::max<qsizetype>(1, m_registry.stations().size())); }

    const StationRegistry &m_registry;
    const Clock &m_clock;
    RateLimit m_written{writtenBurst, writtenPerSecond};
    RateLimit m_read{readBurst, readPerSecond};
};

} // namespace pressboard::server
