// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "server/push/encoded_book.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace pressboard::server {

/// What a client gets that comes without a past: the parts of a book, which many share, and behind
/// them those of notices that only some may see.
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
    using Form = SnapshotParts::Form;
    using Notices = std::optional<protocol::SnapshotEncoder>;

    /// `notices` fill as many parts as `book` expects behind it.
    Snapshot(std::shared_ptr<EncodedBook> book, Notices notices, End end);

    bool isReady() const { return m_book->isReady(); }
    const End &end() const { return m_end; }

    // Only once it is ready:
    qsizetype count() const; ///< of parts
    qsizetype costOf(qsizetype number, Form form);
    const QByteArray &part(qsizetype number, Form form); ///< the frame

private:
    SnapshotParts &notices();

    std::shared_ptr<EncodedBook> m_book;
    Notices m_encoder; ///< until the number of the parts before is known
    SnapshotParts m_notices;
    End m_end;
};

} // namespace pressboard::server
