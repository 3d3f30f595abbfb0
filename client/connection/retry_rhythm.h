// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/next_action.h"

#include <chrono>
#include <functional>
#include <optional>

namespace pressboard::client {

/// Uniform in [0, 1).
using Random = std::function<double()>;

/// The waits between attempts, from beginning to beginning. A cut: at once, 3 s five times, then
/// doubling to 8 s on a private network (one office, one switch: nobody is hurt) and 60 s
/// elsewhere, for ever. All but the first are spread by ± 20 %, so that a hundred desktops do not
/// come back in step: at home a client is back within 10 s, whatever the spread.
class RetryRhythm
{
public:
    explicit RetryRhythm(Random random);

    /// The wait before the next attempt. `retryAfter` counts for Retry::Pause.
    std::chrono::milliseconds next(Retry retry, bool privateNetwork,
                                   std::optional<std::chrono::milliseconds> retryAfter = {});
    /// A connection was Live this long before it ended: after 10 s a cut is a first cut again (less
    /// could be a server that falls over as soon as it is used), after 5 min the server's patience
    /// is fresh, too.
    void noteLive(std::chrono::milliseconds duration);
    /// The user wants it now: everything begins anew.
    void reset();
    int attempts() const { return m_attempts; } ///< next() calls since the last success

private:
    std::chrono::milliseconds afterCut(int attempt, bool privateNetwork) const;
    std::chrono::milliseconds spread(std::chrono::milliseconds wait) const;

    Random m_random;
    int m_attempts = 0;
    int m_backOffs = 0;
};

} // namespace pressboard::client
