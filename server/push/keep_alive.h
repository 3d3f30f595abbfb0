// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/limits.h"

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Whether a client lives, and whether it takes what it is sent. These are two things: a client may
/// go on talking and never read. All times are monotonic.
class KeepAlive
{
public:
    struct Limits
    {
        std::chrono::milliseconds ping = limits::wirePing; ///< after so much silence it is pinged
        std::chrono::milliseconds answer = limits::wirePongWait; ///< to a ping
        /// With something pending, and none of it sent for this long, it is stuck.
        std::chrono::milliseconds stall{15'000};
    };
    enum class Finding {
        Fine,
        Silent, ///< to be pinged now
        Dead, ///< a ping was not answered
        Stuck,
    };

    /// `limits` must outlive this.
    KeepAlive(const Limits &limits, std::chrono::milliseconds now);

    /// Anything at all came from it.
    void heard(std::chrono::milliseconds now);
    /// Some of what was pending was sent, for which the peer must have read something: it lives,
    /// though our ping may wait behind a long snapshot.
    void progressed(std::chrono::milliseconds now);
    /// To be asked every limits::wirePongWait or so. After Silent a ping counts as sent.
    Finding check(std::chrono::milliseconds now, bool somethingPends);

private:
    bool isStuck(std::chrono::milliseconds now, bool somethingPends);

    const Limits &m_limits;
    std::chrono::milliseconds m_heardAt;
    std::optional<std::chrono::milliseconds> m_pingedAt; ///< since it was heard
    std::chrono::milliseconds
        m_stuckSince; ///< the last check at which some had been sent, or nothing was pending
    bool m_hasProgressed = true; ///< since that check
};

} // namespace pressboard::server
