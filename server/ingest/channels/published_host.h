// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channel_reader.h"
#include "server/ingest/channels/channels_options.h"
#include "server/redis/subscriber.h"
#include "shared/base/time.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace pressboard::server {

/// One Redis of a pub/sub layer (channels_redis.pubsub): hears what is PUBLISHed to the groups.
/// What is sent while nobody hears is lost, for Django as for us.
class PublishedHost : public QObject
{
    Q_OBJECT
public:
    /// Stands for all groups in options.groups.
    static constexpr QByteArrayView anyGroup{"*"};

    /// `index` of options.hosts. All must outlive this.
    PublishedHost(const ChannelsOptions &options, int index, const ChannelReader &reader,
                  const Clock &clock, QObject *parent = nullptr);

    void open() { m_connection.open(); }
    void close() { m_connection.close(); }

    QJsonObject facts() const; ///< for /readyz
    QString summary(const QTimeZone &zone) const;
    QStringList problems() const;

Q_SIGNALS:
    /// Every server hears it; one of them may put it into the log.
    void received(const pressboard::Event &event);
    /// `head`: the message's first 4 KiB.
    void rejected(const QString &reason, const QByteArray &head);

private:
    void onMessage(const QByteArray &channel, const QByteArray &bytes);
    void count(const QByteArray &bytes, bool isRead);
    QString groupOf(const QByteArray &channel) const;

    const ChannelReader &m_reader;
    const Clock &m_clock;
    QByteArrayList m_beginnings; ///< of channels' names, before the group
    redis::Connection m_connection;
    redis::Subscriber m_subscriber;
    OptionalMoment m_since;
    OptionalMoment m_lastMessage;
    QString m_problem;
    quint64 m_events = 0;
    quint64 m_rejected = 0;
    bool m_isEncrypted = false; ///< none could be read since
};

} // namespace pressboard::server
