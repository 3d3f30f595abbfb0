// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/reply.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
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

} // namespace pressboard::server::redis
