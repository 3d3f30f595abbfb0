// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

/// What a server, whatever it says, can make this program do at most. A good one is far from it.
namespace pressboard::client::server_bounds {

using namespace std::chrono_literals;

inline constexpr auto retryAfter = 60s; ///< a longer pause it cannot ask for
inline constexpr auto shortestHeartbeat = 1s;
inline constexpr auto syncTime = 10min; ///< from the first word of a sync to its last
inline constexpr int syncsAMinute = 20; ///< more make no board
/// Frames that came quicker than they are shown.
inline constexpr qsizetype waitingBytes = 256 * 1024 * 1024;
/// What we answer to its pings, and it does not read.
inline constexpr qint64 unreadBytes = 4 * 1024 * 1024;

} // namespace pressboard::client::server_bounds
