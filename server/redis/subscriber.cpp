// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/subscriber.h"

namespace pressboard::server::redis {

Subscriber::Subscriber(Connection &connection, QByteArrayList channels, QObject *parent)
    : Subscriber(connection, std::move(channels), Kind::Channels, parent)
{
}

Subscriber::Subscriber(Connection &connection, QByteArrayList channels, Kind kind, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_channels(std::move(channels))
    , m_kind(kind)
{
    m_pingTimer.setInterval(pingInterval);
    connect(&m_pingTimer, &QTimer::timeout, this, &Subscriber::ping);
    connect(&m_connection, &Connection::becameReady, this, &Subscriber::subscribe);
    connect(&m_connection, &Connection::becameLost, this, [this] {
        m_subscribed = false;
        m_pingTimer.stop();
    });
    connect(&m_connection, &Connection::pushed, this, &Subscriber::onPushed);
    if (m_connection.isReady())
        subscribe();
}

void Subscriber::subscribe()
{
    m_missing = m_channels.size();
    m_pingTimer.start();
    // One command a channel: each is confirmed on its own, so each command has its one answer.
    for (const QByteArray &channel : std::as_const(m_channels)) {
        m_connection.command({m_kind == Kind::Patterns ? "PSUBSCRIBE" : "SUBSCRIBE", channel}, this,
                             [this](const Reply &reply) { onSubscribed(reply); });
    }
}

void Subscriber::onSubscribed(const Reply &reply)
{
    if (reply.isLost())
        return;
    if (reply.isError()) {
        Q_EMIT failed(QString::fromUtf8(reply.text));
        return;
    }
    if (--m_missing > 0)
        return;
    m_subscribed = true;
    Q_EMIT subscribed();
}

void Subscriber::onPushed(const Reply &reply)
{
    // ["message", channel, payload], ["pmessage", pattern, channel, payload]
    const qsizetype size = reply.items.size();
    if (size == (m_kind == Kind::Patterns ? 4 : 3))
        Q_EMIT messageReceived(reply.items[size - 2].text, reply.items[size - 1].text);
}

void Subscriber::ping()
{
    // The connection takes Redis for dead when this is not answered.
    m_connection.command({"PING"}, nullptr, {});
}

} // namespace pressboard::server::redis
