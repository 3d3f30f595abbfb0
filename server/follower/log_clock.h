// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QString>

namespace pressboard::server {

/// The time of the log: that of the Redis which gives its entries their IDs. Several servers, and
/// one whose machine's clock is wrong, then mean the same by today, old and expired. Until Redis
/// told its time it is the machine's.
class LogClock final : public Clock
{
public:
    /// Two clocks that agree to this are both taken for right.
    static constexpr std::chrono::minutes tolerance{10};
    /// Less than this is not followed: an answer takes its time, and time should not waver.
    static constexpr std::chrono::milliseconds waver{500};

    /// `machine` must outlive this.
    explicit LogClock(const Clock &machine);

    Moment now() const override { return m_machine.now() + m_ahead; }
    std::chrono::milliseconds monotonic() const override { return m_machine.monotonic(); }

    /// Redis said that it is `now`.
    void adopt(Moment now);
    /// Nobody knows which of the two clocks is right: what cannot be undone has to wait.
    bool isDoubtful() const;
    /// That, and what to do; empty without a doubt.
    QString doubt() const;

private:
    const Clock &m_machine;
    std::chrono::milliseconds m_ahead{0}; ///< of the machine's clock
};

} // namespace pressboard::server
