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
///
/// While the server is heard, time goes on by the monotonic clock, so that nothing on the board
/// moves when somebody sets this computer's. That clock may sleep when the computer does; so nobody
/// goes by it while the server is silent.
class ServerClock
{
public:
    /// `clock` must outlive this.
    explicit ServerClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    void adopt(Moment serverTime);
    /// The server is not heard any more: until the next `time`, this computer's clock goes on from
    /// what it was off.
    void letGo() { m_isHeard = false; }
    Moment now() const { return m_isHeard ? byMonotonic() : m_clock.now() + m_offset; }
    /// Server minus this computer; zero until the first `time`.
    std::chrono::milliseconds offset() const { return now() - m_clock.now(); }
    /// This computer is more than two minutes off: worth telling its user.
    bool isLocalClockWrong() const;

private:
    Moment byMonotonic() const { return Moment(m_clock.monotonic() + m_sinceStart); }

    const Clock &m_clock;
    QList<std::chrono::milliseconds> m_samples; ///< of m_sinceStart, newest last
    std::chrono::milliseconds m_sinceStart{0}; ///< the server's time minus the monotonic one
    std::chrono::milliseconds m_offset{0}; ///< as it was when the server was last heard
    bool m_isHeard = false;
};

} // namespace pressboard::client
