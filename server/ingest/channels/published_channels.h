// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/published_host.h"

#include <QJsonArray>
#include <QObject>

#include <memory>
#include <vector>

namespace pressboard::server {

/// Events from Django's pub/sub layer, at most once.
class PublishedChannels : public QObject
{
    Q_OBJECT
public:
    /// No hosts: nothing is listened to. The clock must outlive this.
    PublishedChannels(const ChannelsOptions &options, const Clock &clock,
                      QObject *parent = nullptr);

    void open();
    void close();

    QJsonArray facts() const; ///< a host each
    QStringList summaries() const;
    QStringList problems() const;

Q_SIGNALS:
    void received(const pressboard::Event &event);
    void rejected(const QString &reason, const QByteArray &head);

private:
    QTimeZone m_zone;
    ChannelReader m_reader;
    std::vector<std::unique_ptr<PublishedHost>> m_hosts;
};

} // namespace pressboard::server
