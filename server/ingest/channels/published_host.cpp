// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/published_host.h"

#include "server/ingest/channels/time_text.h"
#include "server/logging/logging.h"

namespace pressboard::server {

namespace {

QByteArrayList beginningsOf(const ChannelsOptions &options)
{
    QByteArrayList all;
    for (const QByteArray &prefix : options.layerPrefixes)
        all << prefix + "__group__";
    return all;
}

/// A message that two patterns name would come twice.
QByteArrayList patternsOf(const ChannelsOptions &options)
{
    const QByteArray any = PublishedHost::anyGroup.toByteArray();
    QByteArrayList patterns;
    for (const QByteArray &beginning : beginningsOf(options)) {
        for (const QByteArray &group :
             options.groups.contains(any) ? QByteArrayList{any} : options.groups)
            patterns << beginning + group;
    }
    return patterns;
}

} // namespace

PublishedHost::PublishedHost(const ChannelsOptions &options, int index, const ChannelReader &reader,
                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_beginnings(beginningsOf(options))
    , m_connection(options.hosts[index], QStringLiteral("pressboard:channels"))
    , m_subscriber(m_connection, patternsOf(options), redis::Subscriber::Kind::Patterns)
{
    connect(&m_subscriber, &redis::Subscriber::messageReceived, this, &PublishedHost::onMessage);
    connect(&m_subscriber, &redis::Subscriber::subscribed, this, [this] {
        m_since = m_clock.now();
        m_problem.clear();
    });
    connect(&m_subscriber, &redis::Subscriber::failed, this,
            [this](const QString &reason) { m_problem = reason; });
    connect(&m_connection, &redis::Connection::becameLost, this, [this] { m_since.reset(); });
}

QString PublishedHost::groupOf(const QByteArray &channel) const
{
    for (const QByteArray &beginning : m_beginnings) {
        if (channel.startsWith(beginning))
            return QString::fromUtf8(channel.mid(beginning.size()));
    }
    return {};
}

void PublishedHost::onMessage(const QByteArray &channel, const QByteArray &bytes)
{
    m_lastMessage = m_clock.now();
    const auto event = m_reader.read(bytes, groupOf(channel));
    count(bytes, bool(event));
    if (event) {
        Q_EMIT received(*event);
    } else {
        Q_EMIT rejected(QStringLiteral("from Django Channels: ") + event.error().message,
                        bytes.left(ChannelMessage::headBytes));
    }
}

void PublishedHost::count(const QByteArray &bytes, bool isRead)
{
    ++(isRead ? m_events : m_rejected);
    const bool isEncrypted = !isRead && ChannelMessage::isEncrypted(bytes, WireForm::Published);
    if (isEncrypted && !m_isEncrypted)
        qCWarning(lcIngest).noquote() << ChannelMessage::encryptedSentence();
    if (isRead || isEncrypted)
        m_isEncrypted = isEncrypted;
}

QJsonObject PublishedHost::facts() const
{
    return {{QStringLiteral("host"), m_connection.endpoint().toDisplay()},
            {QStringLiteral("connected"), m_connection.isReady()},
            {QStringLiteral("listening_since"), jsonOf(m_since)},
            {QStringLiteral("last_message"), jsonOf(m_lastMessage)},
            {QStringLiteral("events"), qint64(m_events)},
            {QStringLiteral("rejected"), qint64(m_rejected)}};
}

QString PublishedHost::summary(const QTimeZone &zone) const
{
    const QString since = m_since
        ? QStringLiteral("listening since %1").arg(timeText(*m_since, zone))
        : QStringLiteral("not listening");
    const QString last = m_lastMessage
        ? QStringLiteral("last message %1").arg(timeText(*m_lastMessage, zone))
        : QStringLiteral("no message yet");
    return QStringLiteral("Django Channels by pub/sub at %1: %2, %3, %4 heard, %5 rejected. At "
                          "most once: what is sent while no server listens, or after a writer "
                          "was killed until its lease runs out, is lost.")
        .arg(m_connection.endpoint().toDisplay(), since, last)
        .arg(m_events)
        .arg(m_rejected);
}

QStringList PublishedHost::problems() const
{
    QStringList all;
    const QString where = m_connection.endpoint().toDisplay();
    if (!m_connection.isReady() && !m_connection.lostReason().isEmpty()) {
        all << QStringLiteral("What Django Channels publishes at %1 is lost: %2")
                   .arg(where, m_connection.lostReason());
    }
    if (!m_problem.isEmpty()) {
        all << QStringLiteral("Redis at %1 does not let us listen to Django Channels: %2")
                   .arg(where, m_problem);
    }
    if (m_isEncrypted)
        all << ChannelMessage::encryptedSentence();
    return all;
}

} // namespace pressboard::server
