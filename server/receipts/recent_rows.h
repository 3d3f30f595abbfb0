// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_rows.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QHash>

#include <optional>

namespace pressboard::server {

/// What Redis has of the notices that stations tell of just now, so that their numbers need not be
/// read whole each second: a thousand stations' rows cost as much as a hundred receipts.
class RecentRows
{
public:
    static constexpr qsizetype most = 16; ///< notices; of 1,000 stations each takes about 0.3 MiB
    /// Read again after it, whatever was noted: what went wrong unseen is right again then.
    static constexpr std::chrono::seconds freshFor{10};

    /// nullptr: not known, or not any more. Valid until the next call.
    const ReceiptRows *find(StreamId notice, std::chrono::milliseconds now) const; ///< monotonic
    void insert(StreamId notice, const ReceiptRows &rows, std::chrono::milliseconds now);
    /// Redis has it. The first time of each state counts, as in note_receipts.lua.
    void note(StreamId notice, const QString &station, protocol::ReceiptState reached, Moment when);
    /// Another server told something of it, or nobody knows what Redis has.
    void forget(StreamId notice) { m_rows.remove(notice); }

private:
    struct Known
    {
        ReceiptRows rows;
        std::chrono::milliseconds readAt;
    };
    QHash<StreamId, Known> m_rows;
};

} // namespace pressboard::server
