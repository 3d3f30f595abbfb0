// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "server/push/encoded_book.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace pressboard::server {

/// What a client is sent that cannot resume: the parts of an encoded book, which it shares with all
/// who see the same orders, and behind them its own parts, with notices that only some may see.
class Snapshot
{
public:
    /// Where a client that has the whole snapshot goes on.
    struct End
    {
        QByteArray synced; ///< the frame behind the last part
        Ring::Serial cursor = 0; ///< of the first entry that is not in the snapshot
        StreamId position; ///< of the last event that is
    };
    using Form = SnapshotParts::Form;
    using Notices = std::optional<protocol::SnapshotEncoder>;

    /// `notices` fill as many parts as `book` expects behind its own; none when it expects none.
    Snapshot(std::shared_ptr<EncodedBook> book, Notices notices, End end);

    bool isReady() const { return m_book->isReady(); }
    /// Its parts were given up for others' sake: whoever has not all of them starts again.
    bool isDropped() const { return m_isDropped; }
    void drop();
    qsizetype ownBytes() const { return m_notices.bytes(); } ///< beside the shared book's
    const End &end() const { return m_end; }

    // Only once it is ready:
    qsizetype count() const; ///< of parts
    qsizetype costOf(qsizetype number, Form form);
    const QByteArray &part(qsizetype number, Form form); ///< the frame

private:
    SnapshotParts &notices();

    std::shared_ptr<EncodedBook> m_book;
    Notices m_encoder; ///< until its parts are made: they are numbered behind the book's
    SnapshotParts m_notices;
    End m_end;
    bool m_isDropped = false;
};

} // namespace pressboard::server
