// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/snapshot_set.h"
#include "server/push/synced_writer.h"
#include "server/push/viewer.h"
#include "server/wire/push_counters.h"
#include "shared/base/time.h"

#include <chrono>
#include <memory>
#include <vector>

namespace pressboard::server {

/// Makes the snapshots that clients get who cannot resume, and gives the same one to all who see
/// the same and come within a second. A viewer's groups count only as far as the book names them,
/// so that what everyone sees is encoded once however many users there are.
///
///     SnapshotCache   keeps the snapshot sets of the last second, and those that somebody reads
///     SnapshotSet     one moment of the book, for all who see the same orders
///     EncodedBook     these orders, encoded once and in slices
///     Snapshot        what one client is sent: the encoded book, and the notices it may see
///     SnapshotParts   encoded parts as frames, plain and compressed
class SnapshotCache
{
public:
    /// So long after it is ready a snapshot is given to others who come: what happened since
    /// follows from the ring.
    static constexpr std::chrono::milliseconds sharedFor{1000};
    /// Rows (orders and steps) encoded by each write(), and at once when a snapshot is asked for:
    /// some 5 ms of work.
    static constexpr int rowsAtATime = 500;

    /// What those may hold together that read slowly, some boards of 20,000 orders. Beyond it who
    /// comes is given one that others read yet, however old, and the oldest are given up.
    static constexpr qsizetype defaultBytes = 64 * 1024 * 1024;

    /// `counters` counts how often a book was encoded. All must outlive the cache.
    SnapshotCache(const EventLog &log, const Clock &clock, SyncedWriter &synced,
                  PushCounters &counters, qsizetype mostBytes = defaultBytes);

    /// A kept one, or a new one. It may not be ready yet: write() makes it so. Whoever sends it
    /// keeps it as long as it needs.
    std::shared_ptr<Snapshot> snapshotFor(const Viewer &viewer);
    /// Encodes the next rows of one that is not ready and that somebody waits for.
    void write();
    /// Forgets those that are too old to be given to others and that nobody reads any more, and
    /// gives up the oldest ones of too many.
    void forgetOld();
    qsizetype bytes() const; ///< of all that somebody may hold
    /// When the book was replaced.
    void clear() { m_kept.clear(); }

private:
    struct Kept
    {
        SnapshotSet snapshots;
        std::chrono::milliseconds readySince{0}; ///< monotonic; once it is ready
    };

    bool isFollowed(const Kept &kept) const;
    bool isShared(const Kept &kept) const;
    std::shared_ptr<Snapshot> keptFor(const Viewer &viewer,
                                      bool (SnapshotCache::*isGood)(const Kept &) const);
    bool hasRoom() const;
    void keepWithinBytes();
    void write(Kept &kept);
    SnapshotSet begin(const Viewer &viewer);

    const EventLog &m_log;
    const Clock &m_clock;
    SyncedWriter &m_synced;
    PushCounters &m_counters;
    qsizetype m_mostBytes;
    std::vector<Kept> m_kept; ///< oldest first
};

} // namespace pressboard::server
