// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_batch.h"

#include <utility>

namespace pressboard::server {

void ReceiptBatch::add(Receipt receipt)
{
    for (const StreamId notice : std::as_const(receipt.notices)) {
        if (!m_notices.contains(notice))
            m_notices.append(notice);
    }
    m_size += int(receipt.notices.size());
    m_receipts.append(std::move(receipt));
}

QByteArrayList ReceiptBatch::keys(const redis::Keys &keys) const
{
    QByteArrayList all;
    for (const StreamId notice : m_notices)
        all.append(keys.receipts(notice.toBytes()));
    return all;
}

QByteArrayList ReceiptBatch::arguments() const
{
    QByteArrayList words;
    for (const Receipt &receipt : m_receipts) {
        words += {receipt.station.toUtf8(), receipt.row, QByteArray::number(int(receipt.state) + 1),
                  QByteArray::number(qint64(receipt.told.time_since_epoch().count())),
                  QByteArray::number(receipt.notices.size())};
        for (const StreamId notice : receipt.notices)
            words.append(QByteArray::number(m_notices.indexOf(notice) + 1)); // Lua counts from one
    }
    return words;
}

void ReceiptBatch::answer(const redis::Reply &reply) const
{
    const bool isAnswered = !reply.failed() && reply.items.size() == m_size;
    qsizetype at = 0;
    for (const Receipt &receipt : m_receipts) {
        if (!isAnswered) {
            receipt.done(std::nullopt);
            continue;
        }
        Told told;
        for (const StreamId notice : receipt.notices) {
            const auto changes = reply.items[at++].integer;
            if (changes < 0)
                told.unfixed.append(notice);
            else if (changes > 0)
                told.changed.append(notice);
        }
        receipt.done(told);
    }
}

} // namespace pressboard::server
