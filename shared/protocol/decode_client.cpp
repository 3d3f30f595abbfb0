// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/protocol/codec.h"

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

Decoded token(const QJsonObject &object)
{
    ObjectReader reader(object);
    Token message;
    message.ref = reader.text(QLatin1StringView("ref"), Need::Optional);
    message.token = reader.text(QLatin1StringView("token"));
    if (!reader.ok())
        return reader.error();
    return ClientMessage(std::move(message));
}

} // namespace

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
    if (type == QLatin1StringView("ping"))
        return ClientMessage(Ping{});
    if (type == QLatin1StringView("hello"))
        return hello(*object);
    if (type == QLatin1StringView("publish"))
        return publish(*object);
    if (type == QLatin1StringView("token"))
        return token(*object);
    return Error{QStringLiteral("\"type\" must be hello, ping, publish or token")};
}

} // namespace pressboard::protocol
