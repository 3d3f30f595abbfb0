// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "server/redis/reply.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <functional>
#include <optional>

namespace pressboard::server {

/// What stations told within a moment, written to Redis by one call of scripts::noteReceipts(): a
/// round trip for each would cost the server more than all the rest of a receipt.
class ReceiptBatch
{
public:
    struct Told
    {
        QList<StreamId> changed;
        QList<StreamId> unfixed; ///< nobody said yet who is expected: nothing is noted
    };
    struct Receipt
    {
        QList<StreamId> notices;
        QString station;
        QByteArray row; ///< what the station is, see ReceiptRows::rowOf()
        protocol::ReceiptState state = protocol::ReceiptState::Delivered;
        Moment told;
        std::function<void(const std::optional<Told> &)> done; ///< nullopt: Redis did not answer
    };

    void add(Receipt receipt);
    int size() const { return m_size; } ///< in notices: one station may tell of several at once

    QByteArrayList keys(const redis::Keys &keys) const;
    QByteArrayList arguments() const;
    /// Tells each what became of it, in the order in which they came.
    void answer(const redis::Reply &reply) const;

private:
    QList<StreamId> m_notices; ///< each once, as the keys
    QList<Receipt> m_receipts;
    int m_size = 0;
};

} // namespace pressboard::server
