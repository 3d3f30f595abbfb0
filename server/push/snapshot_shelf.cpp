// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_shelf.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace pressboard::server {

static QSet<QString> groupsNamedIn(const Book &book)
{
    QSet<QString> named;
    for (const Order &order : book.orders())
        order.audience.addTo(named);
    for (const Notice &notice : book.notices)
        notice.audience.addTo(named);
    return named;
}

SnapshotShelf::SnapshotShelf(const EventLog &log, const Clock &clock, SyncedWriter &synced,
                             PushCounters &counters)
    : m_log(log)
    , m_clock(clock)
    , m_synced(synced)
    , m_counters(counters)
{
}

std::shared_ptr<Snapshot> SnapshotShelf::take(const Viewer &viewer)
{
    forgetOld();
    for (const Kept &kept : m_kept) {
        if (viewer.reducedTo(kept.named) == kept.viewer)
            return kept.snapshot;
    }
    const QSet<QString> named = groupsNamedIn(m_log.book());
    const Viewer kind = viewer.reducedTo(named);
    m_kept.push_back({named, kind, begin(kind), {}});
    write(m_kept.back());
    return m_kept.back().snapshot;
}

/// Whether another may have it: what follows it must still be in the ring.
bool SnapshotShelf::isShared(const Kept &kept) const
{
    const Snapshot &snapshot = *kept.snapshot;
    const bool isYoung
        = !snapshot.isReady() || m_clock.monotonic() - kept.readySince <= sharedFor;
    return isYoung && snapshot.end().cursor >= m_log.ring().first();
}

void SnapshotShelf::forgetOld()
{
    std::erase_if(m_kept, [this](const Kept &kept) { return !isShared(kept); });
}

void SnapshotShelf::write(Kept &kept)
{
    kept.snapshot->write(rowsAtATime);
    kept.readySince = m_clock.monotonic();
}

void SnapshotShelf::write()
{
    std::erase_if(m_kept, [](const Kept &kept) {
        return !kept.snapshot->isReady() && kept.snapshot.use_count() == 1;
    });
    const auto unfinished = std::find_if(m_kept.begin(), m_kept.end(), [](const Kept &kept) {
        return !kept.snapshot->isReady();
    });
    if (unfinished != m_kept.end())
        write(*unfinished);
}

std::shared_ptr<Snapshot> SnapshotShelf::begin(const Viewer &viewer)
{
    ++m_counters.snapshots;
    return std::make_shared<Snapshot>(
        m_log.book(), viewer, noticesFor(viewer),
        Snapshot::End{m_synced.tell(viewer), m_log.ring().end(), m_log.position()});
}

QList<Notice> SnapshotShelf::noticesFor(const Viewer &viewer) const
{
    const Moment now = m_clock.now();
    const Moment oldest = now - std::chrono::days(limits::noticeDays);
    QList<Notice> notices;
    for (const Notice &notice : m_log.book().notices) {
        if (notice.audience.admits(viewer.groups) && !notice.isExpired(now)
            && notice.sentAt() >= oldest)
            notices.append(notice);
    }
    return notices;
}

} // namespace pressboard::server
