// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_reader.h"

#include "server/ingest/validate.h"

namespace pressboard::server {

ChannelReader::ChannelReader(QTimeZone shopZone, QHash<QString, QString> audiences,
                             QList<Fernet> keys)
    : m_zone(std::move(shopZone))
    , m_audiences(std::move(audiences))
    , m_keys(std::move(keys))
{
    const QString seeds = QStringLiteral("notifications");
    if (!m_audiences.contains(seeds))
        m_audiences.insert(seeds, everyone);
}

Result<Event> ChannelReader::read(const QByteArray &bytes, WireForm form) const
{
    const auto message = ChannelMessage::read(bytes, form, m_keys);
    if (!message)
        return message.error();
    QStringList groups;
    for (const QString &channel : message->channels)
        groups.append(channel.section(u'!', 1));
    groups.removeAll(QString());
    // To nobody in particular must not become to everyone.
    if (groups.isEmpty())
        return Error{QStringLiteral("the message names no group: send it with group_send()")};
    return eventFrom(*message, groups);
}

Result<Event> ChannelReader::read(const QByteArray &bytes, const QString &group) const
{
    const auto message = ChannelMessage::read(bytes, WireForm::Published, m_keys);
    return message ? eventFrom(*message, {group}) : Result<Event>(message.error());
}

Result<Event> ChannelReader::eventFrom(const ChannelMessage &message,
                                       const QStringList &groups) const
{
    auto event = validated(message.type, message.data, audienceOf(groups), m_zone);
    if (event)
        event.value().source = QStringLiteral("channels");
    return event;
}

QStringList ChannelReader::audienceOf(const QStringList &groups) const
{
    QStringList audience;
    for (const QString &group : groups) {
        const QString name = m_audiences.value(group, group);
        if (name == everyone)
            return {};
        audience.append(name);
    }
    return audience;
}

} // namespace pressboard::server
