// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "shared/protocol/decoders.h"

/// What a server says of stations, receipts and alarms.
namespace pressboard::protocol::decoders {

using Need = ObjectReader::Need;

namespace {

OptionalMoment momentIn(ObjectReader &reader, QLatin1StringView key)
{
    if (reader.isAbsent(key))
        return std::nullopt;
    return reader.moment(key);
}

ReceiptTimes timesIn(ObjectReader &reader)
{
    return {momentIn(reader, nameOf(ReceiptState::Delivered)),
            momentIn(reader, nameOf(ReceiptState::Seen)),
            momentIn(reader, nameOf(ReceiptState::Confirmed))};
}

ReceiptCounts countsIn(ObjectReader &reader)
{
    const auto count = [&reader](const char *key) {
        return reader.count(QLatin1StringView(key), Need::Optional);
    };
    ReceiptCounts counts;
    counts.expected = count("expected");
    counts.walls = count("walls");
    counts.delivered = count("delivered");
    counts.seen = count("seen");
    counts.confirmed = count("confirmed");
    counts.offline = count("offline");
    return counts;
}

QString textIn(ObjectReader &reader, const char *key)
{
    return reader.text(QLatin1StringView(key), Need::Optional);
}

Settlement settlementIn(ObjectReader &reader)
{
    return {textIn(reader, "by"), textIn(reader, "station"),
            reader.moment(QLatin1StringView("at"))};
}

OwnReceipts::Row ownRow(ObjectReader &reader)
{
    return {reader.streamId(QLatin1StringView("id")), timesIn(reader)};
}

Receipts::Row receiptRow(ObjectReader &reader)
{
    Receipts::Row row;
    row.id = reader.text(QLatin1StringView("id"));
    row.name = textIn(reader, "name");
    row.user = textIn(reader, "user");
    row.kind = textIn(reader, "kind");
    row.online = reader.flag(QLatin1StringView("online"), Need::Optional);
    const QLatin1StringView expected("expected");
    row.expected = reader.isAbsent(expected) || reader.flag(expected);
    row.times = timesIn(reader);
    return row;
}

Sent::Row sentRow(ObjectReader &reader)
{
    Sent::Row row;
    row.id = reader.streamId(QLatin1StringView("id"));
    row.data = reader.object(QLatin1StringView("data"));
    row.groups = reader.texts(QLatin1StringView("groups"), Need::Optional);
    row.counts = countsIn(reader);
    const QLatin1StringView key("settled");
    if (!reader.isAbsent(key)) {
        ObjectReader settled(reader.object(key));
        row.settled = settlementIn(settled);
        adoptError(reader, key, settled);
    }
    return row;
}

Stations::Row stationRow(ObjectReader &reader)
{
    Stations::Row row;
    row.id = reader.text(QLatin1StringView("id"));
    row.name = textIn(reader, "name");
    const QLatin1StringView ownName("own_name");
    row.ownName = reader.isAbsent(ownName) ? row.name : reader.text(ownName);
    row.user = textIn(reader, "user");
    row.display = textIn(reader, "display");
    row.version = textIn(reader, "version");
    row.system = textIn(reader, "system");
    row.kind = textIn(reader, "kind");
    row.language = textIn(reader, "language");
    row.firstSeen = reader.moment(QLatin1StringView("first_seen"), Need::Optional);
    row.lastSeen = reader.moment(QLatin1StringView("last_seen"), Need::Optional);
    row.online = reader.flag(QLatin1StringView("online"), Need::Optional);
    row.onlineSince = reader.moment(QLatin1StringView("online_since"), Need::Optional);
    return row;
}

template<typename Row>
QList<Row> rowsIn(ObjectReader &reader, const char *key, Row (*read)(ObjectReader &))
{
    QList<Row> rows;
    const QLatin1StringView name(key);
    for (const QJsonValue &value : reader.array(name, Need::Optional)) {
        ObjectReader row(value.toObject());
        rows.append(read(row));
        adoptError(reader, name, row);
    }
    return rows;
}

} // namespace

Decoded receipt(const QJsonObject &object)
{
    ObjectReader reader(object);
    OwnReceipts message{rowsIn(reader, "notices", &ownRow)};
    return checked(reader, std::move(message));
}

Decoded receipts(const QJsonObject &object)
{
    ObjectReader reader(object);
    Receipts message;
    message.id = reader.streamId(QLatin1StringView("id"));
    message.counts = countsIn(reader);
    if (!reader.isAbsent(QLatin1StringView("stations")))
        message.stations = rowsIn(reader, "stations", &receiptRow);
    return checked(reader, std::move(message));
}

Decoded settled(const QJsonObject &object)
{
    ObjectReader reader(object);
    Settled message;
    message.id = reader.streamId(QLatin1StringView("id"));
    message.notice = reader.streamId(QLatin1StringView("notice"));
    message.settlement = settlementIn(reader);
    return checked(reader, std::move(message));
}

Decoded sent(const QJsonObject &object)
{
    ObjectReader reader(object);
    Sent message;
    message.notices = rowsIn(reader, "notices", &sentRow);
    message.more = reader.flag(QLatin1StringView("more"), Need::Optional);
    return checked(reader, std::move(message));
}

Decoded reminder(const QJsonObject &object)
{
    ObjectReader reader(object);
    Reminder message{reader.streamId(QLatin1StringView("notice"))};
    return checked(reader, message);
}

Decoded stations(const QJsonObject &object)
{
    ObjectReader reader(object);
    Stations message;
    message.part = reader.count(QLatin1StringView("part"), Need::Optional);
    message.parts = reader.count(QLatin1StringView("parts"), Need::Optional);
    if (message.part > message.parts)
        reader.fail(QLatin1StringView("part"), QLatin1StringView("from 1 to \"parts\""));
    message.stations = rowsIn(reader, "stations", &stationRow);
    message.forgotten = reader.texts(QLatin1StringView("forgotten"), Need::Optional);
    return checked(reader, std::move(message));
}

} // namespace pressboard::protocol::decoders
