// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_message.h"

#include "server/ingest/channels/message_pack.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"

#include <QJsonArray>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView typeKey{"type"};
constexpr QLatin1StringView dataKey{"data"};
constexpr QLatin1StringView channelsKey{"__asgi_channel__"};

constexpr QLatin1StringView giveKeys{
    "give channels-encryption-keys what symmetric_encryption_keys of CHANNEL_LAYERS holds in "
    "Django's settings, or take it out there"};

/// `data` lies one level deep in the message.
constexpr int maxDepth = limits::jsonDepth + 1;

QByteArray payloadOf(const QByteArray &bytes, WireForm form)
{
    return form == WireForm::SortedSet ? bytes.mid(ChannelMessage::randomBytes) : bytes;
}

Result<QJsonObject> fieldsOf(const QByteArray &payload)
{
    return payload.startsWith('{') ? parseObject(payload, maxDepth)
                                   : fromMessagePack(payload, maxDepth);
}

Result<QByteArray> opened(const QByteArray &token, const QList<Fernet> &keys)
{
    for (const Fernet &key : keys) {
        if (auto payload = key.opened(token))
            return *std::move(payload);
    }
    return Error{QStringLiteral("the message is encrypted: ") + giveKeys};
}

/// A list from group_send(), one text from send().
QStringList channelsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList channels;
    for (const QJsonValue channel : value.toArray())
        channels.append(channel.toString());
    return channels;
}

} // namespace

std::optional<Error> ChannelMessage::checkSize(qint64 bytes)
{
    if (bytes <= maxBytes)
        return std::nullopt;
    return Error{
        QStringLiteral("the message has %1 bytes, at most %2 are taken").arg(bytes).arg(maxBytes)};
}

bool ChannelMessage::isEncrypted(const QByteArray &bytes, WireForm form)
{
    // Version 0x80 and the high bytes of a time of this century, in base64.
    return payloadOf(bytes, form).startsWith("gAAAAA");
}

QString ChannelMessage::encryptedSentence()
{
    return QStringLiteral("The messages of Django Channels are encrypted, and cannot be read: %1.")
        .arg(giveKeys);
}

Result<ChannelMessage> ChannelMessage::read(const QByteArray &bytes, WireForm form,
                                            const QList<Fernet> &keys)
{
    if (auto tooLarge = checkSize(bytes.size()))
        return *std::move(tooLarge);
    Result<QByteArray> payload = payloadOf(bytes, form);
    if (isEncrypted(bytes, form))
        payload = opened(*payload, keys);
    if (!payload)
        return payload.error();
    const auto fields = fieldsOf(*payload);
    if (!fields)
        return fields.error();
    QJsonObject rest = *fields;
    ChannelMessage message{rest.take(typeKey).toString(), {}, channelsOf(rest.take(channelsKey))};
    if (!rest.contains(dataKey))
        message.data = rest;
    else if (rest.value(dataKey).isObject())
        message.data = rest.value(dataKey).toObject();
    else
        return Error{QStringLiteral("data: expected an object, as in {\"type\": "
                                    "\"order_notification\", \"data\": {…}}")};
    return message;
}

} // namespace pressboard::server
