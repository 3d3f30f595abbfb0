// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/sync_plan.h"

namespace pressboard::server {

static SyncPlan snapshotFor(const QString &reason)
{
    return {SyncPlan::Way::Snapshot, 0, reason};
}

SyncPlan planSync(const std::optional<protocol::Hello::Resume> &resume, const LogPosition &log,
                  const Ring &ring, StreamId rightsMoved)
{
    if (!resume)
        return snapshotFor(QStringLiteral("asked"));
    if (resume->epoch != log.epoch)
        return snapshotFor(QStringLiteral("epoch"));
    if (!rightsMoved.isNull() && resume->position <= rightsMoved)
        return snapshotFor(QStringLiteral("rights"));
    if (resume->position > log.position)
        return {SyncPlan::Way::Wait, 0, QStringLiteral("ahead")};
    if (const auto cursor = ring.after(resume->position))
        return {SyncPlan::Way::Resume, *cursor, QStringLiteral("resume")};
    return snapshotFor(QStringLiteral("too_old"));
}

} // namespace pressboard::server
