// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "server/push/viewer.h"
#include "shared/protocol/snapshot_encoder.h"
#include "shared/state/book.h"

#include <QList>

#include <optional>

namespace pressboard::server {

/// The book as one kind of viewer sees it, at the moment this was made. A large book takes seconds
/// to write, in which others want their events: it is written in slices, from a copy of the book
/// that shares its rows with the living one. Every part is made once for all who want it, also in
/// its compressed form.
class Snapshot
{
public:
    /// Where whoever has it goes on.
    struct End
    {
        QByteArray synced; ///< the frame that ends it
        Ring::Serial cursor = 0; ///< the first entry that is not in it
        StreamId position;
    };
    enum class Form : quint8 { Text, Zlib };

    Snapshot(const Book &book, Viewer viewer, QList<Notice> notices, End end);

    /// Goes over so many rows (orders and steps) at most, give or take one order's.
    void write(int rows);
    bool isReady() const { return !m_book; }

    // Only once it is ready:
    qsizetype count() const; ///< of parts
    /// What making and sending it costs, in bytes: compressing it the first time counts as well.
    qsizetype costOf(qsizetype number, Form form) const;
    /// The frame of one part.
    const QByteArray &part(qsizetype number, Form form);

    const End &end() const { return m_end; }

private:
    void finish();

    Viewer m_viewer;
    QList<Notice> m_notices;
    End m_end;
    std::optional<Book> m_book; ///< until all of it is written
    QHash<qint64, Order>::const_iterator m_next;
    protocol::SnapshotEncoder m_encoder;
    QList<QByteArray> m_texts; ///< frames
    QList<QByteArray> m_streams; ///< frames; empty until somebody wants one
};

} // namespace pressboard::server
