// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/pubsub_source.h"

#include "server/ingest/validate.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"

#include <QJsonArray>

#include <optional>

namespace pressboard::server {

namespace {

constexpr qsizetype headBytes = 4 * 1024;
/// Room around the data for the type and the groups.
constexpr qsizetype messageBytes = qsizetype(limits::dataBytes) + 8 * 1024;

std::optional<QStringList> groupsFrom(const QJsonValue &value)
{
    if (!value.isArray() && !value.isUndefined() && !value.isNull())
        return std::nullopt;
    QStringList groups;
    for (const QJsonValue group : value.toArray()) {
        if (!group.isString())
            return std::nullopt;
        groups.append(group.toString());
    }
    return groups;
}

} // namespace

PubSubSource::PubSubSource(redis::Subscriber &subscriber, QByteArray channel, QTimeZone shopZone,
                           QObject *parent)
    : QObject(parent)
    , m_channel(std::move(channel))
    , m_zone(std::move(shopZone))
{
    connect(&subscriber, &redis::Subscriber::messageReceived, this, &PubSubSource::onMessage);
}

void PubSubSource::onMessage(const QByteArray &channel, const QByteArray &payload)
{
    if (!m_active || channel != m_channel)
        return;
    const auto event = eventFrom(payload);
    if (event)
        Q_EMIT received(*event);
    else
        Q_EMIT rejected(event.error().message, payload.left(headBytes));
}

Result<Event> PubSubSource::eventFrom(const QByteArray &payload) const
{
    if (payload.size() > messageBytes) {
        return Error{QStringLiteral("the message has %1 bytes, at most %2 are taken")
                         .arg(payload.size())
                         .arg(messageBytes)};
    }
    const auto message = parseObject(payload, limits::jsonDepth + 1);
    if (!message)
        return message.error();
    const QJsonValue data = message->value(QLatin1StringView("data"));
    if (!data.isObject())
        return Error{QStringLiteral("data: expected an object, as in "
                                    "{\"type\":\"general_notification\",\"data\":{…}}")};
    const auto groups = groupsFrom(message->value(QLatin1StringView("groups")));
    if (!groups)
        return Error{QStringLiteral("groups: expected a list of names")};
    auto event = validated(message->value(QLatin1StringView("type")).toString(), data.toObject(),
                           *groups, m_zone);
    if (event)
        event.value().source = QStringLiteral("pubsub");
    return event;
}

} // namespace pressboard::server
