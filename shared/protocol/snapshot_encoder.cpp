// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/snapshot_encoder.h"

#include "shared/base/limits.h"
#include "shared/protocol/client_row.h"
#include "shared/state/snapshot.h"

namespace pressboard::protocol {

namespace {

/// Room for what stands around the rows: {"type":"snapshot","part":…,"parts":…,"orders":[ … ]}.
constexpr qsizetype frameAround = 128;
constexpr qsizetype bytesForRows = qsizetype(limits::snapshotPartBytes) - frameAround;

} // namespace

SnapshotEncoder::SnapshotEncoder()
    : m_parts(1)
{
}

void SnapshotEncoder::add(const Order &order)
{
    add(&Part::orders, toText(clientRow(order)));
}

void SnapshotEncoder::add(const Notice &notice)
{
    add(&Part::notices, toText(toJson(clientRow(notice))));
}

void SnapshotEncoder::add(QByteArray Part::*list, const QByteArray &row)
{
    const Part &last = m_parts.constLast();
    const qsizetype used = last.orders.size() + last.notices.size();
    if (used > 0 && used + row.size() + 1 > bytesForRows)
        m_parts.append(Part());
    QByteArray &rows = m_parts.last().*list;
    if (!rows.isEmpty())
        rows += ',';
    rows += row;
}

QList<QByteArrayList> SnapshotEncoder::parts(qsizetype before, qsizetype behind) const
{
    QList<QByteArrayList> parts;
    const QByteArray count = QByteArray::number(before + m_parts.size() + behind);
    for (const Part &part : m_parts) {
        const QByteArray number = QByteArray::number(before + parts.size() + 1);
        parts.append(
            {"{\"type\":\"snapshot\",\"part\":" + number + ",\"parts\":" + count + ",\"orders\":[",
             part.orders, "],\"notices\":[", part.notices, "]}"});
    }
    return parts;
}

} // namespace pressboard::protocol
