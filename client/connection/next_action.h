// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/ending.h"
#include "client/store/connection_state.h"

namespace pressboard::client {

/// How long to wait before the next attempt; RetryRhythm turns it into a duration.
enum class Retry {
    Rhythm, ///< a cut: at once, then every 3 s, then ever longer
    Pause, ///< a planned stop: as long as the server asked
    BackOff, ///< we are too many or too slow: 5 s, doubling
    EachMinute, ///< somebody has to do something first
    EachFiveMinutes,
};

struct NextAction
{
    Trouble trouble = Trouble::Cut;
    Retry retry = Retry::Rhythm;
    bool operator==(const NextAction &) const = default;
};

/// Decided by the HTTP status or the close code alone.
NextAction nextAction(const Ending &ending);

} // namespace pressboard::client
