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

/// The snapshots that are being written or are still young enough to be given to others: made once
/// for all who see the same. A viewer's groups count only as far as the book names them, so that
/// what everyone sees is written once however many users there are.
class SnapshotCache
{
public:
    /// A snapshot this young is as good as a new one: what came since is in the ring. One that is
    /// still being written is young.
    static constexpr std::chrono::milliseconds sharedFor{1000};
    /// Written at a time, and at once when a snapshot is asked for: some 5 ms of work.
    static constexpr int rowsAtATime = 500;

    /// `counters` counts how often the book was written. All must outlive the shelf.
    SnapshotCache(const EventLog &log, const Clock &clock, SyncedWriter &synced,
                  PushCounters &counters);

    /// From the shelf, or a new one; it may not be ready yet: write() makes it so. Whoever sends it
    /// keeps it as long as it needs.
    std::shared_ptr<Snapshot> take(const Viewer &viewer);
    /// Goes on for a while with one that is not ready and that somebody waits for.
    void write();
    /// Lets go of those that nobody else will get.
    void forgetOld();
    /// When the book was replaced.
    void clear() { m_kept.clear(); }

private:
    struct Kept
    {
        SnapshotSet edition;
        std::chrono::milliseconds readySince{0}; ///< monotonic; once it is ready
    };

    bool isShared(const Kept &kept) const;
    void write(Kept &kept);
    SnapshotSet begin(const Viewer &viewer);

    const EventLog &m_log;
    const Clock &m_clock;
    SyncedWriter &m_synced;
    PushCounters &m_counters;
    std::vector<Kept> m_kept;
};

} // namespace pressboard::server
