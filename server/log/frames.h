// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "shared/state/apply.h"
#include "shared/state/book.h"
#include "shared/state/event.h"

namespace pressboard::server {

/// What an event is about, for the permission to see it. Numbers without groups are Silent: they
/// reach the clients joined with the computed ones, not as the event they were.
FrameKind kindOf(const Event &event);

/// The order an event takes out of the book: a deletion, or a retirement of one order; else none.
CrmId removedOrder(const Event &event);

/// An event as it is delivered when it happens, encoded once; `book` is the book after `change`.
RingEntry liveEntry(const Event &event, const Change &change, const Book &book);

/// An event of the past that went to one audience, unchanged by it.
RingEntry pastEntry(const Event &event, const Audience &audience);

/// What of an event of the past those get who take no IDs that are texts; for one that has some.
RingEntry::Plain pastPlain(const Event &event);

/// What a classic client hears of it; empty when it is no news to one.
QByteArray classicTextOf(const Event &event);

/// Nobody's entry: the position is one of the ring, that is all.
RingEntry silentEntry(StreamId id);

} // namespace pressboard::server
