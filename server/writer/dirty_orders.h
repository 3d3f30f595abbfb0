// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"
#include "shared/state/event.h"

#include <QHash>
#include <QList>

#include <optional>

namespace pressboard::server {

/// Which orders the checkpoint in Redis does not know as they are: touched or removed since the
/// place where it stands. Every server keeps one, not only the writer, so that whoever takes the
/// lease can go on from what the last writer left.
class DirtyOrders
{
public:
    /// The EventLog was loaded at `position`, where the book in Redis stands (`stored`) or where
    /// there is none yet.
    void restart(StreamId position, bool stored);
    void note(const Event &event, const Change &change);
    /// The book in Redis stands at `position` now: what was touched up to there is in it.
    void settle(StreamId position);
    /// The book in Redis is gone or older than it was: only a whole one helps.
    void needWhole() { m_stored = false; }

    /// Nullopt: a delta is not enough.
    std::optional<StreamId> base() const;
    /// Those that are in the book are to be written, the others to be deleted.
    QList<CrmId> orders() const { return m_touched.keys(); }

private:
    StreamId m_since; ///< what was touched since then is known
    bool m_stored = false; ///< a book in Redis stands there, or further on
    QHash<CrmId, StreamId> m_touched; ///< order → the event that last did
};

} // namespace pressboard::server
