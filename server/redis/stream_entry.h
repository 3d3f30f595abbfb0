// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/reply.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <utility>

namespace pressboard::server::redis {

/// One raw entry of a stream, as XRANGE and XREAD give it.
struct StreamEntry
{
    StreamId id;
    QList<std::pair<QByteArray, QByteArray>> fields;

    /// The first field of that name; null (not merely empty) when absent.
    QByteArray field(QByteArrayView name) const;
};

/// The entries of an XRANGE / XREVRANGE reply; anything malformed is left out.
QList<StreamEntry> entriesFromReply(const Reply &reply);

/// XRANGE for the entries after an ID. Behind the greatest possible one, which somebody's hand may
/// have written, nothing can follow; "(" before it would be an error.
QByteArrayList rangeAfter(const QByteArray &key, StreamId after, int count);

} // namespace pressboard::server::redis
