// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "server/push/snapshot.h"
#include "shared/protocol/messages.h"

#include <QByteArray>

#include <memory>
#include <variant>

namespace pressboard::server {

/// The client has more than this server, which may read as far any moment.
struct AheadOfLog
{
    protocol::Hello::Resume resume; ///< what it asked for
};

/// It gets what it missed from the ring.
struct Replay
{
    Ring::Serial end = 0; ///< where it was when the replay began
    QByteArray synced; ///< the frame behind it
};

/// It gets the book.
struct SnapshotInParts
{
    std::shared_ptr<Snapshot> snapshot; ///< maybe not ready yet
    qsizetype nextPart = 0;
};

/// How a client comes up to date, and how far it is; nothing for one that is, or has not asked.
using SyncProgress = std::variant<std::monostate, AheadOfLog, Replay, SnapshotInParts>;

} // namespace pressboard::server
