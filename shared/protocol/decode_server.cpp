// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/decoders.h"
#include "shared/protocol/deflate.h"
#include "shared/state/event.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <optional>

namespace pressboard::protocol {
namespace {

using decoders::checked;
using decoders::Decoded;
using Need = ObjectReader::Need;

Decoded source(const QJsonObject &object)
{
    ObjectReader reader(object);
    SourceChanged message{decoders::readSource(reader)};
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
    message.leftOut = reader.texts(QLatin1StringView("left_out"), Need::Optional);
    message.echo = reader.object(QLatin1StringView("echo"), Need::Optional);
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

Unread::Kind unreadKind(const QJsonObject &object)
{
    ObjectReader reader(object); // a server's own words: what is missing is nothing
    Unread::Kind kind;
    kind.type = reader.text(QLatin1StringView("type"), Need::Optional);
    kind.member = reader.text(QLatin1StringView("member"), Need::Optional);
    kind.fate = reader.text(QLatin1StringView("fate"), Need::Optional);
    kind.count = reader.count(QLatin1StringView("count"), Need::Optional);
    kind.latest = reader.text(QLatin1StringView("latest"), Need::Optional);
    return kind;
}

Decoded unread(const QJsonObject &object)
{
    ObjectReader reader(object);
    Unread message;
    message.messages = reader.count(QLatin1StringView("messages"));
    for (const QJsonValue &kind : reader.array(QLatin1StringView("kinds"), Need::Optional)) {
        if (message.kinds.size() < Unread::kindsTold)
            message.kinds.append(unreadKind(kind.toObject()));
    }
    return checked(reader, std::move(message));
}

struct Decoder
{
    QLatin1StringView type;
    Decoded (*decode)(const QJsonObject &object);
};

constexpr Decoder allDecoders[] = {
    {QLatin1StringView("connection_established"), &decoders::connectionEstablished},
    {QLatin1StringView("sync"), &decoders::sync},
    {QLatin1StringView("snapshot"), &decoders::snapshot},
    {QLatin1StringView("synced"), &decoders::synced},
    {event_type::numbers, &decoders::numbers},
    {QLatin1StringView("order"), &decoders::order},
    {QLatin1StringView("source"), &source},
    {QLatin1StringView("goodbye"), &goodbye},
    {QLatin1StringView("pong"), &pong},
    {QLatin1StringView("ack"), &ack},
    {QLatin1StringView("error"), &refusal},
    {QLatin1StringView("unread"), &unread},
    {QLatin1StringView("receipt"), &decoders::receipt},
    {QLatin1StringView("receipts"), &decoders::receipts},
    {QLatin1StringView("settled"), &decoders::settled},
    {QLatin1StringView("sent"), &decoders::sent},
    {QLatin1StringView("remind"), &decoders::reminder},
    {QLatin1StringView("stations"), &decoders::stations},
};

std::optional<Error> tooLong(const QByteArray &frame)
{
    if (frame.size() <= qsizetype(limits::frameBytes))
        return std::nullopt;
    return Error{QStringLiteral("a frame has at most %1 bytes").arg(limits::frameBytes)};
}

Decoded decodeText(const QByteArray &frame)
{
    Result<QJsonObject> object = parseObject(frame, limits::frameDepth);
    if (!object)
        return object.error();
    const QJsonValue type = object->value(QLatin1StringView("type"));
    if (!type.isString())
        return Error{QStringLiteral("\"type\" must be a string")};

    const auto known = std::find_if(
        std::begin(allDecoders), std::end(allDecoders),
        [name = type.toString()](const Decoder &decoder) { return decoder.type == name; });
    if (known != std::end(allDecoders))
        return known->decode(*object);
    if (object->contains(QLatin1StringView("id")))
        return decoders::event(*object);
    return ServerMessage(UnknownMessage{type.toString(), std::move(object.value())});
}

} // namespace

Decoded decodeServer(const QByteArray &frame)
{
    if (const auto error = tooLong(frame))
        return *error;
    return decodeText(frame);
}

Decoded decodeServerBinary(const QByteArray &frame)
{
    if (const auto error = tooLong(frame))
        return *error;
    const Result<QByteArray> text = inflated(frame, limits::inflatedBytes);
    if (!text)
        return text.error();
    Decoded message = decodeText(*text);
    if (message && !std::holds_alternative<SnapshotPart>(*message))
        return Error{QStringLiteral("only parts of a snapshot may be binary frames")};
    return message;
}

} // namespace pressboard::protocol
