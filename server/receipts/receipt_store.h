// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_rows.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/state/event.h"

#include <functional>

namespace pressboard::server {

/// What stations told of notices, in Redis. The one connection keeps the order: who is expected is
/// fixed before the first of this server's clients can tell anything.
class ReceiptStore
{
public:
    static constexpr int noticesKept = 1000; ///< the oldest go, with all that was told of them
    struct SentNotice
    {
        StreamId id;
        ReceiptRows rows;
    };

    /// `connection` must outlive this and is shared with other commands.
    ReceiptStore(redis::Connection &connection, redis::Keys keys);

    /// The first one to say so fixes it, for all servers.
    void expect(const Notice &notice, const QList<StationRecord> &stations, QObject *context);

    struct Told
    {
        QList<StreamId> changed;
        QList<StreamId> unfixed; ///< nobody said yet who is expected: nothing is noted
    };
    /// nullopt: Redis did not answer.
    void note(const QList<StreamId> &notices, const QString &station, const QByteArray &row,
              protocol::ReceiptState state, Moment now, QObject *context,
              std::function<void(const std::optional<Told> &)> done);

    void read(StreamId notice, QObject *context,
              std::function<void(const std::optional<ReceiptRows> &)> done);
    /// What one station told, in the order of the notices; what it told nothing of is left out.
    void readOwn(const QList<StreamId> &notices, const QString &station, QObject *context,
                 std::function<void(const protocol::OwnReceipts &)> done);
    /// Newest first; `publisher` empty: anybody's.
    void readSent(const QString &publisher, StreamId before, int most, QObject *context,
                  std::function<void(const QList<SentNotice> &)> done);

    /// `event` settles that alarm; the answer is the ID of whichever did so first.
    void settle(StreamId alarm, const QByteArrayList &eventFields, QObject *context,
                std::function<void(const Result<StreamId> &)> done);

private:
    redis::Connection &m_connection;
    redis::Keys m_keys;
};

} // namespace pressboard::server
