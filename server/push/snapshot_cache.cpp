// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_cache.h"

#include <algorithm>

namespace pressboard::server {

SnapshotCache::SnapshotCache(const EventLog &log, const Clock &clock, SyncedWriter &synced,
                             PushCounters &counters)
    : m_log(log)
    , m_clock(clock)
    , m_synced(synced)
    , m_counters(counters)
{
}

std::shared_ptr<Snapshot> SnapshotCache::snapshotFor(const Viewer &viewer)
{
    forgetOld();
    for (Kept &kept : m_kept) {
        if (auto snapshot = kept.snapshots.snapshotFor(viewer))
            return snapshot;
    }
    m_kept.push_back({begin(viewer), {}});
    write(m_kept.back());
    return m_kept.back().snapshots.snapshotFor(viewer);
}

/// Whether another may have it: what follows it must still be in the ring.
bool SnapshotCache::isShared(const Kept &kept) const
{
    const bool isYoung =
        !kept.snapshots.isReady() || m_clock.monotonic() - kept.readySince <= sharedFor;
    return isYoung && kept.snapshots.end().cursor >= m_log.ring().first();
}

void SnapshotCache::forgetOld()
{
    std::erase_if(m_kept, [this](const Kept &kept) { return !isShared(kept); });
}

void SnapshotCache::write(Kept &kept)
{
    kept.snapshots.write(rowsAtATime);
    kept.readySince = m_clock.monotonic();
}

void SnapshotCache::write()
{
    std::erase_if(m_kept, [](const Kept &kept) {
        return !kept.snapshots.isReady() && !kept.snapshots.isWanted();
    });
    const auto unfinished = std::find_if(
        m_kept.begin(), m_kept.end(), [](const Kept &kept) { return !kept.snapshots.isReady(); });
    if (unfinished != m_kept.end())
        write(*unfinished);
}

SnapshotSet SnapshotCache::begin(const Viewer &viewer)
{
    ++m_counters.snapshots;
    return SnapshotSet(m_log.book(), viewer, m_clock.now(),
                       {m_synced.tell(viewer), m_log.ring().end(), m_log.position()});
}

} // namespace pressboard::server
