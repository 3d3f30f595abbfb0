// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/receipt_words.h"

#include "client/models/format.h"

namespace pressboard::client {

QString ReceiptWords::counts(const protocol::ReceiptCounts &counts, bool asksToConfirm)
{
    QStringList words{tr("Delivered %1/%2").arg(counts.delivered).arg(counts.expected),
                      tr("Seen %1").arg(counts.seen)};
    if (asksToConfirm)
        words.append(tr("Confirmed %1").arg(counts.confirmed));
    return format::dotted(words);
}

QString ReceiptWords::state(const protocol::Receipts::Row &row, bool asksToConfirm)
{
    if (row.times.confirmed)
        return tr("Confirmed");
    if (row.times.seen)
        return asksToConfirm ? tr("Seen, not confirmed") : tr("Seen");
    if (row.kind == protocol::station_kind::wall && row.times.delivered)
        return tr("On the wall");
    if (!row.online)
        return tr("Offline");
    return row.times.delivered ? tr("Online, not seen") : tr("Online, not delivered");
}

bool ReceiptWords::isDone(const protocol::Receipts::Row &row, bool asksToConfirm)
{
    if (row.kind == protocol::station_kind::wall)
        return row.times.delivered.has_value();
    return asksToConfirm ? row.times.confirmed.has_value() : row.times.seen.has_value();
}

} // namespace pressboard::client
