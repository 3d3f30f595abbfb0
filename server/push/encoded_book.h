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

/// The book as one kind of viewer sees it, at the moment this was made. A large book takes seconds
/// to write, in which others want their events: it is written in slices, from a copy of the book
/// that shares its rows with the living one.
class EncodedBook
{
public:
    /// `notices` stand behind the orders; `behind` further parts will follow.
    EncodedBook(const Book &book, Viewer viewer, QList<Notice> notices, qsizetype behind);

    /// Goes over so many rows (orders and steps) at most, give or take one order's.
    void write(int rows);
    bool isReady() const { return !m_book; }
    qsizetype behind() const { return m_behind; }

    /// Only once it is ready.
    SnapshotParts &parts();
    const SnapshotParts &parts() const;

private:
    void finish();

    Viewer m_viewer;
    QList<Notice> m_notices;
    qsizetype m_behind;
    std::optional<Book> m_book; ///< until all of it is written
    QHash<qint64, Order>::const_iterator m_next;
    protocol::SnapshotEncoder m_encoder;
    SnapshotParts m_parts;
};

} // namespace pressboard::server
