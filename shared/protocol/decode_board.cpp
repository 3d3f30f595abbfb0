// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/decoders.h"
#include "shared/state/snapshot.h"

namespace pressboard::protocol::decoders {

using Need = ObjectReader::Need;

namespace {

template<typename Row>
void readRows(ObjectReader &reader, QLatin1StringView key, Result<Row> (*read)(const QJsonObject &),
              QList<Row> &rows)
{
    for (const QJsonValue value : reader.array(key, Need::Optional)) {
        Result<Row> row = read(value.toObject());
        if (!row) {
            reader.fail(key, row.error().message);
            return;
        }
        rows.append(std::move(row.value()));
    }
}

bool isImported(ObjectReader &reader)
{
    return reader.text(QLatin1StringView("src"), Need::Optional) == QLatin1StringView("import");
}

} // namespace

Decoded sync(const QJsonObject &object)
{
    ObjectReader reader(object);
    const QString mode = reader.text(QLatin1StringView("mode"));
    if (mode != QLatin1StringView("resume") && mode != QLatin1StringView("snapshot"))
        reader.fail(QLatin1StringView("mode"), QLatin1StringView("resume or snapshot"));
    Sync message;
    message.mode = mode == QLatin1StringView("resume") ? Sync::Mode::Resume : Sync::Mode::Snapshot;
    message.reason = reader.text(QLatin1StringView("reason"), Need::Optional);
    return checked(reader, std::move(message));
}

Decoded snapshot(const QJsonObject &object)
{
    ObjectReader reader(object);
    SnapshotPart message;
    message.part = reader.count(QLatin1StringView("part"));
    message.parts = reader.count(QLatin1StringView("parts"));
    if (message.part < 1 || message.part > message.parts)
        reader.fail(QLatin1StringView("part"), QLatin1StringView("from 1 to \"parts\""));
    readRows(reader, QLatin1StringView("orders"), &orderFromJson, message.orders);
    readRows(reader, QLatin1StringView("notices"), &noticeFromJson, message.notices);
    return checked(reader, std::move(message));
}

Decoded synced(const QJsonObject &object)
{
    ObjectReader reader(object);
    Synced message;
    message.epoch = reader.text(QLatin1StringView("epoch"));
    message.position = reader.streamId(QLatin1StringView("position"));
    message.stats = reader.object(QLatin1StringView("stats"), Need::Optional);
    message.source = nestedSource(reader);
    const QLatin1StringView dayKey("day");
    if (!reader.isAbsent(dayKey)) {
        ObjectReader day(reader.object(dayKey));
        message.dayStart = day.date(QLatin1StringView("start"));
        message.dayStats = day.object(QLatin1StringView("stats"));
        adoptError(reader, dayKey, day);
    }
    return checked(reader, std::move(message));
}

Decoded event(const QJsonObject &object)
{
    ObjectReader reader(object);
    EventMessage message;
    message.type = reader.text(QLatin1StringView("type"));
    message.data = reader.object(QLatin1StringView("data"));
    message.id = reader.streamId(QLatin1StringView("id"));
    message.imported = isImported(reader);
    message.publisher = reader.text(QLatin1StringView("publisher"), Need::Optional);
    return checked(reader, std::move(message));
}

/// The shop's numbers; with an ID it is an event for some groups.
Decoded numbers(const QJsonObject &object)
{
    if (object.contains(QLatin1StringView("id")))
        return event(object);
    ObjectReader reader(object);
    Numbers message{reader.object(QLatin1StringView("data"))};
    return checked(reader, std::move(message));
}

Decoded order(const QJsonObject &object)
{
    ObjectReader reader(object);
    OrderSight message;
    message.id = reader.streamId(QLatin1StringView("id"));
    message.orderId = reader.crmId(QLatin1StringView("order_id"));
    message.gone = reader.flag(QLatin1StringView("gone"), Need::Optional);
    message.imported = isImported(reader);
    if (!reader.ok() || message.gone)
        return checked(reader, std::move(message));
    Result<Order> row = orderFromJson(object);
    if (!row)
        return row.error();
    message.order = std::move(row.value());
    return ServerMessage(std::move(message));
}

} // namespace pressboard::protocol::decoders
