// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "shared/protocol/messages.h"

#include <optional>

namespace pressboard::server {

/// How a client that said hello comes up to date.
struct SyncPlan
{
    enum class Way {
        Resume, ///< replay from `cursor`
        Snapshot, ///< for `reason`
        Wait, ///< the client is ahead of this server, which may read that far any moment
    };
    Way way = Way::Snapshot;
    Ring::Serial cursor = 0;
    QString reason;
};

/// Where this server's log stands.
struct LogPosition
{
    QString epoch;
    StreamId position;
};

/// `rightsMoved`: the log's position when this user's rights last changed; null = never seen to.
/// What lies before it was sent under other rights, so the client's book is not to be trusted.
SyncPlan planSync(const std::optional<protocol::Hello::Resume> &resume, const LogPosition &log,
                  const Ring &ring, StreamId rightsMoved);

} // namespace pressboard::server
