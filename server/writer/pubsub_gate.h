// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "server/redis/subscriber.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace pressboard::server {

/// Every server hears what is published, and the one that writes puts it into the log. When that
/// changes while a message is on its way, the old writer has stored it already, and the new one
/// must not store it again. So a new writer publishes a mark of its own: what it hears before that
/// was published before it became the writer, and is not its business.
class PubSubGate : public QObject
{
    Q_OBJECT
public:
    /// How often a mark is sent until it is heard: the subscription may just be away.
    static constexpr std::chrono::milliseconds interval{1000};
    /// What a mark on the control channel begins with.
    static constexpr QByteArrayView markMessage{"writer "};

    /// Both must outlive the gate; `subscriber` listens to the control channel, too.
    PubSubGate(redis::Connection &commands, redis::Subscriber &subscriber, const redis::Keys &keys,
               QObject *parent = nullptr);

    /// This server has become the writer.
    void begin();
    /// What is heard now was published since begin().
    bool isOpen() const { return m_open; }

private:
    void sendMark();
    void onMessage(const QByteArray &channel, const QByteArray &payload);
    void open();

    redis::Connection &m_commands;
    QByteArray m_channel;
    QByteArray m_mark; ///< that opens it
    QTimer m_timer;
    bool m_open = false;
};

} // namespace pressboard::server
