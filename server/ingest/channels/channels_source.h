// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channel_host.h"

#include <QJsonArray>
#include <QObject>

#include <memory>
#include <vector>

namespace pressboard::server {

/// Events from Django's channel layer (channels_redis.core): a consumer like any of Django's own
/// to whoever sends, and one that loses nothing.
class ChannelsSource : public QObject
{
    Q_OBJECT
public:
    /// No hosts: nothing is listened to. The sink and the clock must outlive this.
    ChannelsSource(const ChannelsOptions &options, InboxSink &sink, const Clock &clock,
                   QObject *parent = nullptr);

    void open();
    /// What has not come by then waits for the next start, or for another server.
    void close();

    QJsonArray facts() const; ///< a host each
    QStringList summaries() const;
    QStringList problems() const;
    QStringList losses() const;

private:
    QStringList collect(const std::function<QStringList(const ChannelHost &)> &from) const;

    QTimeZone m_zone;
    ChannelReader m_reader;
    std::vector<std::unique_ptr<ChannelHost>> m_hosts;
};

} // namespace pressboard::server
