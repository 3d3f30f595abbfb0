// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <map>

namespace pressboard::server {

/// What happened to connections and sessions since the server's start, for whoever operates it.
/// A client that this server refuses, closes or drops is counted in one of these; not so whom the
/// kernel gives up. Nothing is counted per delivered event: that
/// path has nothing to spare.
struct PushCounters
{
    using ByNumber = std::map<int, quint64>;
    using BySetting = std::map<QString, quint64>;

    quint64 accepted = 0; ///< sessions
    ByNumber refused; ///< by HTTP status, but for the one below
    /// 429: too many from one address; `refused` has the 429 of all places taken.
    quint64 crowdedAddress = 0;
    quint64 crowdedUser = 0; ///< 429: too many of one user
    /// Closed before their request: too many of one address on their way in.
    quint64 crowdedHandshakes = 0;
    quint64 tlsFailed = 0; ///< their handshake of TLS
    quint64 lateHeads = 0; ///< whose request did not come within the time for it
    quint64 pushedOut = 0; ///< silent while others waited for their place

    ByNumber httpAnswers; ///< to requests that are no WebSocket, by HTTP status
    quint64 cutBodies = 0; ///< of such requests, whose client went before its end

    ByNumber closed; ///< by close code, those that we closed
    quint64 stuck = 0; ///< dropped: took nothing for too long
    quint64 floods = 0; ///< dropped: pinged without end, and did not read the answers
    /// Which setting those met that were closed with 4029; "" is one that cannot be set.
    BySetting exceeded;
    quint64 publishesRefused = 0; ///< with the error too_many

    quint64 overtaken = 0; ///< v1 sessions the ring went past; they got a snapshot
    quint64 snapshots = 0; ///< made, however many sessions shared each

    quint64 snapshotsDropped = 0; ///< while somebody read them yet, who had to start again

    bool operator==(const PushCounters &) const = default;
};

/// As /readyz shows it.
QJsonObject toJson(const PushCounters &counters);

} // namespace pressboard::server
