// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

namespace pressboard::server::redis {

/// Listens to pub/sub channels on a connection of its own, and subscribes again after every
/// reconnect. What was published while it was away is lost, as pub/sub is.
class Subscriber : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Channels, Patterns };

    /// A silent channel and a dead link look the same: so it asks.
    static constexpr std::chrono::milliseconds pingInterval{5000};

    /// The connection is used for nothing else; who opens it is the owner's business.
    Subscriber(Connection &connection, QByteArrayList channels, QObject *parent = nullptr);
    /// Patterns, for PSUBSCRIBE: a message that two of them name comes twice.
    Subscriber(Connection &connection, QByteArrayList channels, Kind kind,
               QObject *parent = nullptr);

    bool isSubscribed() const { return m_subscribed; }

Q_SIGNALS:
    void messageReceived(const QByteArray &channel, const QByteArray &payload);
    /// To all channels, each time: what is published from now on arrives.
    void subscribed();
    /// Redis refuses a channel (NOPERM …), in its own words.
    void failed(const QString &reason);

private:
    void subscribe();
    void onSubscribed(const Reply &reply);
    void onPushed(const Reply &reply);
    void ping();

    Connection &m_connection;
    QByteArrayList m_channels;
    Kind m_kind;
    qsizetype m_missing = 0; ///< channels whose confirmation is still to come
    bool m_subscribed = false;
    QTimer m_pingTimer;
};

} // namespace pressboard::server::redis
