// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace pressboard::client {

/// *Connected* is not *in sync*: only Live is live.
enum class ConnectionState {
    Disconnected, ///< not trying (not configured, or stopped by the user)
    Waiting, ///< between two attempts: 重连中（第3次，5秒后）
    Connecting, ///< handshake under way
    Syncing, ///< snapshot or missed events are arriving
    Live,
};

/// Why the last attempt failed or the connection ended, as far as the user can act on it.
enum class Trouble {
    None,
    Cut, ///< network: nothing to do, it is retried
    Unauthorized, ///< 授权码无效，请找管理员；每分钟自动重试
    Forbidden,
    HostNotFound, ///< no computer of this name
    NobodyListens, ///< the computer is there, the server is not, or on another port
    NoAnswer, ///< neither yes nor no: another address, or a firewall
    Untrusted, ///< no secure connection comes to be
    WrongAddress, ///< 400, 404, 426: not a Pressboard there
    TooMany,
    GoingAway, ///< planned stop
    ProtocolMismatch, ///< server too old or new
};

/// Why a connection that lives may show what is old.
enum class Lag {
    None,
    LateAnswers, ///< no answer of the last seconds
    LinkDown, ///< the cable is out, the Wi-Fi gone
};

struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Disconnected;
    Lag lag = Lag::None; ///< while Live
    Trouble trouble = Trouble::None;
    QString detail; ///< for the tooltip and the log
    int attempt = 0; ///< 1 for the first retry
    std::chrono::milliseconds retryIn{0}; ///< when Waiting: from `since` on
    std::chrono::milliseconds roundTrip{-1}; ///< last ping; -1 unknown
    bool wasLive = false; ///< at this address, since the program started: it is the right one
    bool operator==(const ConnectionStatus &) const = default;
};

} // namespace pressboard::client
