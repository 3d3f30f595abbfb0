// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_batch.h"
#include "server/receipts/receipt_rows.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/state/event.h"

#include <QTimer>

#include <functional>

namespace pressboard::server {

/// What stations told of notices, in Redis. The one connection keeps the order: who is expected is
/// fixed before the first of this server's clients can tell anything.
class ReceiptStore
{
public:
    static constexpr int noticesKept = 1000; ///< the oldest go, with all that was told of them
    /// A receipt may wait as long for others to be written with it. At 300 receipts a second from
    /// 1,000 stations (bench `notice`) this was measured against a call for each.
    static constexpr std::chrono::milliseconds batchInterval{50};
    static constexpr int mostAtOnce = 200; ///< a call of Redis' that nobody notices: about 2 ms
    struct SentNotice
    {
        StreamId id;
        ReceiptRows rows;
    };

    /// `connection` must outlive this and is shared with other commands.
    ReceiptStore(redis::Connection &connection, redis::Keys keys);

    /// The first one to say so fixes it, for all servers.
    void expect(const Notice &notice, const QList<StationRecord> &stations, QObject *context);

    /// Written within batchInterval, in the order of the calls; `done` is called unless the store
    /// ends before.
    void note(ReceiptBatch::Receipt receipt);

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
    void writeBatch();

    redis::Connection &m_connection;
    redis::Keys m_keys;
    ReceiptBatch m_batch;
    QTimer m_batchTimer;
};

} // namespace pressboard::server
