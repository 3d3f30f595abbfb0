// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"
#include "shared/state/snapshot.h"

#include <QJsonDocument>

namespace pressboard::protocol {
namespace {

/// Room for what stands around the rows: {"type":"snapshot","part":…,"parts":…,"orders":[ … ]}.
constexpr qsizetype frameAround = 128;
constexpr qsizetype bytesForRows = qsizetype(limits::snapshotPartBytes) - frameAround;

/// The rows of one part, already in JSON and joined by commas: each row is encoded once.
struct Part
{
    QByteArray orders;
    QByteArray notices;
};

class Packer
{
public:
    Packer()
        : m_parts(1)
    {
    }

    void add(QByteArray Part::*list, QJsonObject row)
    {
        row.remove(QLatin1StringView("groups")); // who else sees it is no client's business
        const QByteArray json = QJsonDocument(row).toJson(QJsonDocument::Compact);
        const Part &last = m_parts.constLast();
        const qsizetype used = last.orders.size() + last.notices.size();
        if (used > 0 && used + json.size() + 1 > bytesForRows)
            m_parts.append(Part());
        QByteArray &rows = m_parts.last().*list;
        if (!rows.isEmpty())
            rows += ',';
        rows += json;
    }

    QList<QByteArray> frames() const
    {
        QList<QByteArray> frames;
        const QByteArray count = QByteArray::number(m_parts.size());
        for (const Part &part : m_parts) {
            const QByteArray number = QByteArray::number(frames.size() + 1);
            frames.append("{\"type\":\"snapshot\",\"part\":" + number + ",\"parts\":" + count
                          + ",\"orders\":[" + part.orders + "],\"notices\":[" + part.notices
                          + "]}");
        }
        return frames;
    }

private:
    QList<Part> m_parts;
};

} // namespace

QList<QByteArray> encodeSnapshot(const QList<const Order *> &orders, const QList<Notice> &notices)
{
    Packer packer;
    for (const Order *order : orders)
        packer.add(&Part::orders, pressboard::toJson(*order));
    for (const Notice &notice : notices)
        packer.add(&Part::notices, pressboard::toJson(notice));
    return packer.frames();
}

} // namespace pressboard::protocol
