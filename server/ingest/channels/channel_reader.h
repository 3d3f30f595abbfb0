// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channel_message.h"
#include "shared/state/event.h"

#include <QHash>
#include <QTimeZone>

namespace pressboard::server {

/// A message of Django's channel layer → a validated Event, or the reason why not.
class ChannelReader
{
public:
    /// Stands for everyone in `audiences`.
    static constexpr QLatin1StringView everyone{"*"};

    /// `audiences`: what groups of the layer are called here. A group that is not in it keeps its
    /// name, but `notifications`, which is everyone. `keys`: of an encrypted layer.
    ChannelReader(QTimeZone shopZone, QHash<QString, QString> audiences, QList<Fernet> keys = {});

    /// A message of the core layer says itself which of our channels it was sent to.
    Result<Event> read(const QByteArray &bytes, WireForm form) const;
    /// One of the pub/sub layer does not.
    Result<Event> read(const QByteArray &bytes, const QString &group) const;

private:
    Result<Event> eventFrom(const ChannelMessage &message, const QStringList &groups) const;
    QStringList audienceOf(const QStringList &groups) const;

    QTimeZone m_zone;
    QHash<QString, QString> m_audiences;
    QList<Fernet> m_keys;
};

} // namespace pressboard::server
