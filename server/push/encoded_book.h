// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/snapshot_parts.h"
#include "server/push/viewer.h"
#include "shared/protocol/snapshot_encoder.h"
#include "shared/state/book.h"

#include <QList>

#include <optional>

namespace pressboard::server {

/// The book of one moment, encoded as one kind of viewer sees it. A large book takes seconds to
/// encode, in which other clients want their events: so it is done in slices, each call of write()
/// encoding some rows. The rows are those of a copy of the book, made when this was, which shares
/// its memory with the living one.
class EncodedBook
{
public:
    /// `notices` come behind the orders. `partsBehind`: so many parts with the notices of single
    /// viewers will follow, which each part's "parts" counts.
    EncodedBook(const Book &book, Viewer viewer, QList<Notice> notices, qsizetype partsBehind);

    /// Encodes so many rows (orders and steps) at most, give or take those of one order.
    void write(int rows);
    bool isReady() const { return !m_book; }
    qsizetype partsBehind() const { return m_partsBehind; }

    /// Only once it is ready.
    SnapshotParts &parts();
    const SnapshotParts &parts() const;

private:
    void add(const Order &order);
    void finish();

    Viewer m_viewer;
    QList<Notice> m_notices;
    qsizetype m_partsBehind;
    std::optional<Book> m_book; ///< until all of it is encoded
    QHash<CrmId, Order>::const_iterator m_next;
    protocol::SnapshotEncoder m_encoder;
    SnapshotParts m_parts;
};

} // namespace pressboard::server
