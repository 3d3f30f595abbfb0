// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QList>

#include <chrono>

namespace pressboard::client {

/// The server's clock, as far as this computer can know it. Everything shown uses it, so that
/// twenty desks agree on what is late.
///
/// A `time` is always old by the way it took, so of the last few the one that puts the server
/// furthest ahead is the truest. One that differs wildly is no delay (the connection would have
/// been given up by then): somebody set a clock, and what we knew is void.
class ServerClock
{
public:
    /// `clock` must outlive this.
    explicit ServerClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    void adopt(Moment serverTime);
    Moment now() const { return m_clock.now() + m_offset; }
    /// Server minus this computer; zero until the first `time`.
    std::chrono::milliseconds offset() const { return m_offset; }
    /// This computer is more than two minutes off: worth telling its user.
    bool isLocalClockWrong() const;

private:
    const Clock &m_clock;
    QList<std::chrono::milliseconds> m_samples; ///< newest last
    std::chrono::milliseconds m_offset{0};
};

} // namespace pressboard::client
