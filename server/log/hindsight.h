// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "shared/state/book.h"
#include "shared/state/event.h"

#include <QSet>

#include <optional>

namespace pressboard::server {

/// Who saw an event of the past? The log does not say: an order's audience is that of its last
/// order_notification *before* the event, which may long be trimmed. What is known is the book at
/// one position, and `steadySince`: the last event whose entry could not be made again from
/// the event and a later book alone.
///
/// An event is unsteady when
///  - it changed the audience of an order that was there already,
///  - it removed an order that not everyone could see (nothing later remembers by whom),
///  - it was refused, or removed several orders at once,
///  - what it changed was only in part an order or a step whose ID is a text,
///  - or the audience it really had is, for any other reason, not the one found here.
///
/// Behind the last unsteady event nothing is certain, and the ring does not reach back there: a
/// client from before it takes a snapshot. After it, every order had the audience it has in
/// the book, and one that is in the book no more was everyone's.
///
/// History is asked for newest first, from the book's position on: only so it is known which
/// orders were removed later.
class Hindsight
{
public:
    RingEntry entryOf(const Event &event, const Book &book);
    void forget() { m_removedLater.clear(); }

    /// Can `live`, just made of `event` that led to `book`, be made again by entryOf()?
    static bool isSteady(const Event &event, const RingEntry &live, const Book &book);

private:
    /// Null: it never made a row, so nobody was concerned.
    std::optional<Audience> audienceOf(const Event &event, const Book &book);

    QSet<CrmId> m_removedLater;
};

} // namespace pressboard::server
