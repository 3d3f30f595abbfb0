// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"
#include "shared/base/object_reader.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"
#include "shared/state/event.h"
#include "shared/state/snapshot.h"

#include <algorithm>
#include <iterator>

namespace pressboard::protocol {
namespace {

using Need = ObjectReader::Need;
using Decoded = Result<ServerMessage>;

Decoded checked(const ObjectReader &reader, ServerMessage message)
{
    if (!reader.ok())
        return reader.error();
    return message;
}

/// For the nested objects: their first error is the message's.
void adopt(ObjectReader &outer, QLatin1StringView key, const ObjectReader &inner)
{
    if (!inner.ok())
        outer.fail(key, inner.error().message);
}

Source readSource(ObjectReader &reader)
{
    const QString state = reader.text(QLatin1StringView("state"));
    if (state != QLatin1StringView("live") && state != QLatin1StringView("lost"))
        reader.fail(QLatin1StringView("state"), QLatin1StringView("live or lost"));
    return {state == QLatin1StringView("lost") ? SourceState::Lost : SourceState::Live,
            reader.moment(QLatin1StringView("since"))};
}

Source nestedSource(ObjectReader &outer)
{
    const QLatin1StringView key("source");
    if (outer.isAbsent(key))
        return {};
    ObjectReader reader(outer.object(key));
    const Source source = readSource(reader);
    adopt(outer, key, reader);
    return source;
}

Shop nestedShop(ObjectReader &outer)
{
    const QLatin1StringView key("shop");
    ObjectReader reader(outer.object(key, Need::Optional));
    Shop shop;
    shop.name = reader.text(QLatin1StringView("name"), Need::Optional);
    shop.timezone = reader.text(QLatin1StringView("timezone"), Need::Optional);
    shop.dayStart = reader.text(QLatin1StringView("day_start"), Need::Optional);
    shop.workHours = reader.text(QLatin1StringView("work_hours"), Need::Optional);
    shop.quietAfterSeconds = reader.count(QLatin1StringView("quiet_after_s"), Need::Optional);
    shop.joinSteps = reader.texts(QLatin1StringView("join_steps"), Need::Optional);
    shop.orderUrl = reader.text(QLatin1StringView("order_url"), Need::Optional);
    adopt(outer, key, reader);
    return shop;
}

/// A server that speaks only the seed's messages sends message and user: protocol is then 0.
Decoded connectionEstablished(const QJsonObject &object)
{
    ObjectReader reader(object);
    ConnectionEstablished message;
    message.message = reader.text(QLatin1StringView("message"));
    message.user = reader.text(QLatin1StringView("user"), Need::Optional);
    message.protocol = reader.count(QLatin1StringView("protocol"), Need::Optional);
    message.features = reader.texts(QLatin1StringView("features"), Need::Optional);
    message.epoch = reader.text(QLatin1StringView("epoch"), Need::Optional);
    message.position = reader.streamId(QLatin1StringView("position"), Need::Optional);
    if (!reader.isAbsent(QLatin1StringView("heartbeat_s")))
        message.heartbeatSeconds = reader.count(QLatin1StringView("heartbeat_s"));
    message.time = reader.moment(QLatin1StringView("time"), Need::Optional);
    message.source = nestedSource(reader);
    message.permissions = reader.texts(QLatin1StringView("permissions"), Need::Optional);
    message.groups = reader.texts(QLatin1StringView("groups"), Need::Optional);
    message.shop = nestedShop(reader);
    ObjectReader server(reader.object(QLatin1StringView("server"), Need::Optional));
    message.serverVersion = server.text(QLatin1StringView("version"), Need::Optional);
    message.instance = server.text(QLatin1StringView("instance"), Need::Optional);
    adopt(reader, QLatin1StringView("server"), server);
    return checked(reader, std::move(message));
}

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

template<typename Row>
void readRows(ObjectReader &reader, QLatin1StringView key,
              Result<Row> (*read)(const QJsonObject &), QList<Row> &rows)
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
        adopt(reader, dayKey, day);
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
    message.imported = reader.text(QLatin1StringView("src"), Need::Optional)
        == QLatin1StringView("import");
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
    message.orderId = reader.integer(QLatin1StringView("order_id"));
    message.gone = reader.flag(QLatin1StringView("gone"), Need::Optional);
    if (!reader.ok() || message.gone)
        return checked(reader, std::move(message));
    Result<Order> row = orderFromJson(object);
    if (!row)
        return row.error();
    message.order = std::move(row.value());
    return ServerMessage(std::move(message));
}

Decoded source(const QJsonObject &object)
{
    ObjectReader reader(object);
    SourceChanged message{readSource(reader)};
    return checked(reader, message);
}

Decoded goodbye(const QJsonObject &object)
{
    ObjectReader reader(object);
    Goodbye message;
    message.reason = reader.text(QLatin1StringView("reason"), Need::Optional);
    message.retryAfterMs = reader.count(QLatin1StringView("retry_after_ms"), Need::Optional);
    return checked(reader, std::move(message));
}

Decoded pong(const QJsonObject &object)
{
    ObjectReader reader(object);
    Pong message;
    message.time = reader.moment(QLatin1StringView("time"), Need::Optional);
    message.position = reader.streamId(QLatin1StringView("position"), Need::Optional);
    return checked(reader, message);
}

Decoded ack(const QJsonObject &object)
{
    ObjectReader reader(object);
    Ack message;
    message.ref = reader.text(QLatin1StringView("ref"));
    message.online = reader.count(QLatin1StringView("online"), Need::Optional);
    message.id = reader.streamId(QLatin1StringView("id"), Need::Optional);
    return checked(reader, std::move(message));
}

Decoded refusal(const QJsonObject &object)
{
    ObjectReader reader(object);
    Refusal message;
    message.ref = reader.text(QLatin1StringView("ref"), Need::Optional);
    message.code = reader.text(QLatin1StringView("code"), Need::Optional);
    message.message = reader.text(QLatin1StringView("message"), Need::Optional);
    return checked(reader, std::move(message));
}

struct Decoder
{
    QLatin1StringView type;
    Decoded (*decode)(const QJsonObject &object);
};

constexpr Decoder decoders[] = {
    {QLatin1StringView("connection_established"), &connectionEstablished},
    {QLatin1StringView("sync"), &sync},
    {QLatin1StringView("snapshot"), &snapshot},
    {QLatin1StringView("synced"), &synced},
    {event_type::numbers, &numbers},
    {QLatin1StringView("order"), &order},
    {QLatin1StringView("source"), &source},
    {QLatin1StringView("goodbye"), &goodbye},
    {QLatin1StringView("pong"), &pong},
    {QLatin1StringView("ack"), &ack},
    {QLatin1StringView("error"), &refusal},
};

} // namespace

Decoded decodeServer(const QByteArray &frame)
{
    if (frame.size() > qsizetype(limits::frameBytes))
        return Error{QStringLiteral("a frame has at most %1 bytes").arg(limits::frameBytes)};
    Result<QJsonObject> object = parseObject(frame, limits::frameDepth);
    if (!object)
        return object.error();
    const QJsonValue type = object->value(QLatin1StringView("type"));
    if (!type.isString())
        return Error{QStringLiteral("\"type\" must be a string")};

    const auto known = std::find_if(std::begin(decoders), std::end(decoders),
                                    [name = type.toString()](const Decoder &decoder) {
                                        return decoder.type == name;
                                    });
    if (known != std::end(decoders))
        return known->decode(*object);
    if (object->contains(QLatin1StringView("id")))
        return event(*object);
    return ServerMessage(UnknownMessage{type.toString(), std::move(object.value())});
}

} // namespace pressboard::protocol
