// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/snapshot.h"
#include "server/push/viewer.h"
#include "shared/base/time.h"
#include "shared/state/book.h"

#include <QList>
#include <QSet>
#include <QString>

#include <memory>
#include <unordered_map>

namespace pressboard::server {

/// The snapshots of one moment for all who see the same orders, which are written once. Where no
/// notice names groups all share one snapshot; else each kind of viewer has one with its own
/// notices, of which there are few, behind the shared orders.
class SnapshotSet
{
public:
    /// For `viewer` and all alike; notices are those of `now`. `end` belongs to this `book`.
    SnapshotSet(const Book &book, const Viewer &viewer, Moment now, Snapshot::End end);

    /// Null: the viewer sees other orders, or its notices fill more parts or less.
    std::shared_ptr<Snapshot> snapshotFor(const Viewer &viewer);
    const Snapshot::End &end() const { return m_end; }

    void write(int rows) { m_book->write(rows); }
    bool isReady() const { return m_book->isReady(); }
    /// Somebody has a snapshot of it.
    bool isWanted() const;

private:
    Snapshot::Notices noticesFor(const Viewer &viewer) const;

    QSet<QString> m_namedByOrders;
    QSet<QString> m_namedByNotices;
    Viewer m_viewer; ///< reduced to what orders name
    QList<Notice> m_notices; ///< for anybody
    Snapshot::End m_end;
    std::shared_ptr<EncodedBook> m_book;
    std::unordered_map<Viewer, std::shared_ptr<Snapshot>, ViewerHash> m_snapshots;
};

} // namespace pressboard::server
