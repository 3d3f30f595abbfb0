// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace pressboard::server::ctl {

/// Looks at the place where redis-cli writes when nobody tells it otherwise: whoever publishes
/// there gets an ID for his answer, and nobody sees the event.
class OtherRedis : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds patience{1000};
    static constexpr quint16 usualPort = 6379;

    OtherRedis(redis::Keys keys, quint16 port = usualPort, QObject *parent = nullptr);

    /// answered() follows, once.
    void ask();
    QString address() const { return m_connection.endpoint().toDisplay(); }

Q_SIGNALS:
    /// The run_id of a Redis there that holds a log of this prefix; empty: there is none.
    void answered(const QByteArray &runId);

private:
    void askFurther();
    void finish(const QByteArray &runId);

    redis::Keys m_keys;
    redis::Connection m_connection;
    QTimer m_timer;
    bool m_finished = false;
};

} // namespace pressboard::server::ctl
