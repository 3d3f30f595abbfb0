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

/// The snapshots of one moment of the book for all viewers who see the same orders. The orders are
/// encoded once. Where no notice names groups, all viewers share one snapshot; else each kind of
/// viewer has a snapshot of its own: the shared orders, and behind them the notices it may see.
class SnapshotSet
{
public:
    /// For `viewer` and all who see the same orders, with the notices that are current at `now`.
    /// `end` is where a client goes on that has all of `book`.
    SnapshotSet(const Book &book, const Viewer &viewer, Moment now, Snapshot::End end);

    /// Null when the viewer sees other orders, or when its notices fill another number of parts
    /// than those of the viewers before: each part says how many there are.
    std::shared_ptr<Snapshot> snapshotFor(const Viewer &viewer);
    const Snapshot::End &end() const { return m_end; }

    void write(int rows) { m_book->write(rows); } ///< of the orders: EncodedBook::write()
    bool isReady() const { return m_book->isReady(); }
    qsizetype bytes() const; ///< of what is made of it; its sessions may hold all of that
    /// Gives its memory back, whoever holds a snapshot of it.
    void drop();
    /// Some session still holds a snapshot of it.
    bool isWanted() const;

private:
    /// As far as it makes a difference here, to what names `groups`.
    Viewer reduced(const Viewer &viewer, const QSet<QString> &groups) const;
    Snapshot::Notices noticesFor(const Viewer &viewer) const;

    bool m_hasTextIds;
    QSet<QString> m_namedByOrders;
    QSet<QString> m_namedByNotices;
    Viewer m_viewer; ///< reduced to what orders name
    QList<Notice> m_notices; ///< for anybody who takes the same IDs
    Snapshot::End m_end;
    std::shared_ptr<EncodedBook> m_book;
    std::unordered_map<Viewer, std::shared_ptr<Snapshot>, ViewerHash> m_snapshots;
};

} // namespace pressboard::server
