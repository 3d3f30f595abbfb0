// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/log_place.h"
#include "server/redis/reply.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/state/book.h"

#include <QByteArrayList>

#include <optional>

namespace pressboard::server {

/// The checkpoint: the hash `pressboard:book`, and its two kinds of fields. `order:<id>` is an
/// order with its steps, `meta` the rest of the book, for the ring `steady_since`, and what shows
/// that the log is still ours: `entry` and `added` (LogPlace); and what it lost last, `loss`.
struct StoredBook
{
    Book book;
    StreamId steadySince; ///< see EventLog::steadySince()
    LogPlace place; ///< where the book stands
    std::optional<protocol::Loss> loss; ///< see EventLog::loss()
    /// Orders whose JSON could not be read: left out, and left in Redis as they are.
    QStringList unreadable;

    /// HGETALL's reply. Nullopt: there is no book. An error is final: its meta is damaged, or a
    /// newer version wrote it.
    static Result<std::optional<StoredBook>> fromReply(const redis::Reply &reply);

    /// Of the same reply, when only its meta is damaged: the orders, at 0-0, from where a log that
    /// still has its beginning leads to the book again. Nullopt when a newer version wrote it.
    static std::optional<StoredBook> rowsWithoutMeta(const redis::Reply &reply);

    static QByteArray orderField(const CrmId &orderId);
    static QByteArray orderValue(const Order &order);
    static QByteArray metaValue(const Book &book, StreamId steadySince, const LogPlace &place = {},
                                const std::optional<protocol::Loss> &loss = {});
    /// Field, value, field, value… of all of it.
    static QByteArrayList wholeFields(const Book &book, StreamId steadySince,
                                      const LogPlace &place = {},
                                      const std::optional<protocol::Loss> &loss = {});
};

/// The log has another past now: nothing in it can be compared with where the rows were last
/// touched, so all of that starts from 0-0, and so does the book.
Book withoutPositions(const Book &book);

} // namespace pressboard::server
