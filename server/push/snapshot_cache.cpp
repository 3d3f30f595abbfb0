// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_cache.h"

#include <algorithm>

namespace pressboard::server {

SnapshotCache::SnapshotCache(const EventLog &log, const Clock &clock, SyncedWriter &synced,
                             PushCounters &counters, qsizetype mostBytes)
    : m_log(log)
    , m_clock(clock)
    , m_synced(synced)
    , m_counters(counters)
    , m_mostBytes(mostBytes)
{
}

std::shared_ptr<Snapshot> SnapshotCache::snapshotFor(const Viewer &viewer)
{
    forgetOld();
    if (auto snapshot = keptFor(viewer, &SnapshotCache::isShared))
        return snapshot;
    if (!hasRoom()) {
        if (auto snapshot = keptFor(viewer, &SnapshotCache::isFollowed))
            return snapshot;
    }
    m_kept.push_back({begin(viewer), {}});
    write(m_kept.back());
    return m_kept.back().snapshots.snapshotFor(viewer);
}

/// The youngest that will do.
std::shared_ptr<Snapshot> SnapshotCache::keptFor(const Viewer &viewer,
                                                 bool (SnapshotCache::*isGood)(const Kept &) const)
{
    for (auto kept = m_kept.rbegin(); kept != m_kept.rend(); ++kept) {
        if (!(this->*isGood)(*kept))
            continue;
        if (auto snapshot = kept->snapshots.snapshotFor(viewer))
            return snapshot;
    }
    return nullptr;
}

/// What comes behind it is still in the ring.
bool SnapshotCache::isFollowed(const Kept &kept) const
{
    return kept.snapshots.end().cursor >= m_log.ring().first();
}

/// Whether another may have it without need.
bool SnapshotCache::isShared(const Kept &kept) const
{
    const bool isYoung =
        !kept.snapshots.isReady() || m_clock.monotonic() - kept.readySince <= sharedFor;
    return isYoung && isFollowed(kept);
}

void SnapshotCache::forgetOld()
{
    std::erase_if(
        m_kept, [this](const Kept &kept) { return !isShared(kept) && !kept.snapshots.isWanted(); });
    keepWithinBytes();
}

/// For one more that is as large as those there are.
bool SnapshotCache::hasRoom() const
{
    qsizetype largest = 0;
    for (const Kept &kept : m_kept)
        largest = std::max(largest, kept.snapshots.bytes());
    return bytes() + largest <= m_mostBytes;
}

qsizetype SnapshotCache::bytes() const
{
    qsizetype sum = 0;
    for (const Kept &kept : m_kept)
        sum += kept.snapshots.bytes();
    return sum;
}

/// The youngest stays, or a board that is larger than the bound would never reach anybody.
void SnapshotCache::keepWithinBytes()
{
    qsizetype sum = bytes();
    const auto isOld = [this](const Kept &kept) {
        return kept.snapshots.isReady() && &kept != &m_kept.back();
    };
    for (; sum > m_mostBytes; ++m_counters.snapshotsDropped) {
        const auto old = std::find_if(m_kept.begin(), m_kept.end(), isOld);
        if (old == m_kept.end())
            return;
        sum -= old->snapshots.bytes();
        old->snapshots.drop();
        m_kept.erase(old);
    }
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
