// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/stream_entry.h"

#include <optional>

namespace pressboard::server::redis {

namespace {

/// [id, [field, value, field, value…]]; a deleted entry of XREADGROUP has nil for its fields.
std::optional<StreamEntry> entryFromReply(const Reply &reply)
{
    if (reply.items.size() != 2 || reply.items[1].kind != Reply::Kind::Array)
        return std::nullopt;
    const auto id = StreamId::parse(QByteArrayView(reply.items[0].text));
    const QList<Reply> &flat = reply.items[1].items;
    if (!id || flat.size() % 2 != 0)
        return std::nullopt;
    StreamEntry entry{*id, {}};
    entry.fields.reserve(flat.size() / 2);
    for (qsizetype i = 0; i < flat.size(); i += 2)
        entry.fields.append({flat[i].text, flat[i + 1].text});
    return entry;
}

} // namespace

QByteArray StreamEntry::field(QByteArrayView name) const
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value.isNull() ? QByteArray("") : value;
    }
    return {};
}

QList<StreamEntry> entriesFromReply(const Reply &reply)
{
    QList<StreamEntry> entries;
    entries.reserve(reply.items.size());
    for (const Reply &item : reply.items) {
        if (auto entry = entryFromReply(item))
            entries.append(*std::move(entry));
    }
    return entries;
}

QByteArrayList rangeAfter(const QByteArray &key, StreamId after, int count)
{
    constexpr StreamId greatest{~quint64(0), ~quint64(0)};
    const bool isLast = after == greatest;
    return {"XRANGE",           key,     isLast ? QByteArray("+") : '(' + after.toBytes(),
            isLast ? "-" : "+", "COUNT", QByteArray::number(count)};
}

} // namespace pressboard::server::redis
