// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <iterator>

namespace pressboard::protocol {
namespace {

using Need = ObjectReader::Need;
using Decoded = Result<ClientMessage>;

void readResume(ObjectReader &reader, Hello &message)
{
    const QLatin1StringView key("resume");
    if (reader.isAbsent(key))
        return;
    ObjectReader resume(reader.object(key));
    message.resume = Hello::Resume{resume.text(QLatin1StringView("epoch")),
                                   resume.streamId(QLatin1StringView("position"))};
    if (!resume.ok())
        reader.fail(key, QLatin1StringView("null or {\"epoch\",\"position\"}"));
}

Decoded hello(const QJsonObject &object)
{
    ObjectReader reader(object);
    Hello message;
    readResume(reader, message);
    message.features = reader.texts(QLatin1StringView("features"), Need::Optional);
    ObjectReader client(reader.object(QLatin1StringView("client"), Need::Optional));
    message.clientVersion = client.text(QLatin1StringView("version"), Need::Optional);
    message.station = client.text(QLatin1StringView("station"), Need::Optional);
    message.language = client.text(QLatin1StringView("language"), Need::Optional);
    message.stationId = client.text(QLatin1StringView("id"), Need::Optional);
    message.kind = client.text(QLatin1StringView("kind"), Need::Optional);
    message.run = client.text(QLatin1StringView("run"), Need::Optional);
    message.system = client.text(QLatin1StringView("system"), Need::Optional);
    if (!isStationId(message.stationId) && !message.stationId.isEmpty())
        client.fail(QLatin1StringView("id"),
                    QLatin1StringView("1 to 64 letters, digits, '_' and '-'"));
    if (!client.ok())
        return client.error();
    if (!reader.ok())
        return reader.error();
    return ClientMessage(std::move(message));
}

Decoded publish(const QJsonObject &object)
{
    ObjectReader reader(object);
    Publish message;
    message.ref = reader.text(QLatin1StringView("ref"));
    ObjectReader event(reader.object(QLatin1StringView("event")));
    message.type = event.text(QLatin1StringView("type"));
    message.data = event.object(QLatin1StringView("data"));
    message.groups = Audience(event.texts(QLatin1StringView("groups"), Need::Optional));
    if (!reader.ok())
        return reader.error();
    if (!event.ok())
        return event.error();
    return ClientMessage(std::move(message));
}

QList<StreamId> idsIn(ObjectReader &reader)
{
    const QLatin1StringView key("ids");
    const QStringList texts = reader.texts(key);
    QList<StreamId> ids;
    for (const QString &text : texts) {
        if (const auto id = StreamId::parse(QStringView(text)))
            ids.append(*id);
    }
    if (ids.isEmpty() || ids.size() != texts.size() || ids.size() > limits::receiptIds)
        reader.fail(key, QStringLiteral("1 to %1 IDs of notices").arg(limits::receiptIds));
    return ids;
}

Decoded checked(const ObjectReader &reader, ClientMessage message)
{
    if (!reader.ok())
        return reader.error();
    return message;
}

Decoded receipt(const QJsonObject &object)
{
    ObjectReader reader(object);
    Receipt message;
    message.ref = reader.text(QLatin1StringView("ref"));
    const auto state = receiptState(reader.text(QLatin1StringView("state")));
    if (!state)
        reader.fail(QLatin1StringView("state"), QLatin1StringView("delivered, seen or confirmed"));
    message.state = state.value_or(ReceiptState::Delivered);
    message.ids = idsIn(reader);
    return checked(reader, std::move(message));
}

Decoded askReceipts(const QJsonObject &object)
{
    ObjectReader reader(object);
    AskReceipts message{reader.streamId(QLatin1StringView("id"))};
    return checked(reader, message);
}

Decoded settle(const QJsonObject &object)
{
    ObjectReader reader(object);
    Settle message{reader.text(QLatin1StringView("ref")), reader.streamId(QLatin1StringView("id"))};
    return checked(reader, std::move(message));
}

Decoded askSent(const QJsonObject &object)
{
    ObjectReader reader(object);
    AskSent message{reader.streamId(QLatin1StringView("before"), Need::Optional)};
    return checked(reader, message);
}

Decoded remind(const QJsonObject &object)
{
    ObjectReader reader(object);
    Remind message{reader.text(QLatin1StringView("ref")), reader.streamId(QLatin1StringView("id"))};
    return checked(reader, std::move(message));
}

Decoded askStations(const QJsonObject &object)
{
    ObjectReader reader(object);
    const QLatin1StringView key("follow");
    AskStations message{reader.isAbsent(key) || reader.flag(key)};
    return checked(reader, message);
}

Decoded changeStation(const QJsonObject &object)
{
    ObjectReader reader(object);
    ChangeStation message;
    message.ref = reader.text(QLatin1StringView("ref"));
    message.id = reader.text(QLatin1StringView("id"));
    message.name = reader.text(QLatin1StringView("name"), Need::Optional);
    message.forget = reader.flag(QLatin1StringView("forget"), Need::Optional);
    return checked(reader, std::move(message));
}

Decoded ping(const QJsonObject &)
{
    return ClientMessage(Ping{});
}

struct Decoder
{
    QLatin1StringView type;
    Decoded (*decode)(const QJsonObject &object);
};

constexpr Decoder clientDecoders[] = {
    {QLatin1StringView("ping"), &ping},
    {QLatin1StringView("hello"), &hello},
    {QLatin1StringView("publish"), &publish},
    {QLatin1StringView("receipt"), &receipt},
    {QLatin1StringView("receipts"), &askReceipts},
    {QLatin1StringView("settle"), &settle},
    {QLatin1StringView("sent"), &askSent},
    {QLatin1StringView("remind"), &remind},
    {QLatin1StringView("stations"), &askStations},
    {QLatin1StringView("station"), &changeStation},
};

} // namespace

bool isClientType(QByteArrayView type)
{
    const auto named = [type](const Decoder &decoder) {
        return type == QByteArrayView(decoder.type.data(), decoder.type.size());
    };
    return std::any_of(std::begin(clientDecoders), std::end(clientDecoders), named);
}

Decoded decodeClient(const QByteArray &frame)
{
    if (frame.size() > qsizetype(limits::frameBytes))
        return Error{QStringLiteral("a frame has at most %1 bytes").arg(limits::frameBytes)};
    if (frame == "{\"type\":\"ping\"}") // word for word what most of them are
        return ClientMessage(Ping{});
    const Result<QJsonObject> object = parseObject(frame, limits::frameDepth);
    if (!object)
        return object.error();
    const QString type = object->value(QLatin1StringView("type")).toString();
    const auto known =
        std::find_if(std::begin(clientDecoders), std::end(clientDecoders),
                     [&type](const Decoder &decoder) { return decoder.type == type; });
    if (known == std::end(clientDecoders))
        return Error{QStringLiteral("\"type\" must be that of a client's message, such as hello")};
    return known->decode(*object);
}

} // namespace pressboard::protocol
