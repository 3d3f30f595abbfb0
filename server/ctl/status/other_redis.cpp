// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/other_redis.h"

#include <utility>

namespace pressboard::server::ctl {

static redis::Endpoint onThisMachine(quint16 port)
{
    redis::Endpoint endpoint;
    endpoint.host = QStringLiteral("127.0.0.1");
    endpoint.port = port;
    return endpoint;
}

OtherRedis::OtherRedis(redis::Keys keys, quint16 port, QObject *parent)
    : QObject(parent)
    , m_keys(std::move(keys))
    , m_connection(onThisMachine(port), {})
{
    m_timer.setSingleShot(true);
    m_connection.askWhichRedis();
    connect(&m_timer, &QTimer::timeout, this, [this] { finish({}); });
    connect(&m_connection, &redis::Connection::becameReady, this, &OtherRedis::askFurther);
    connect(&m_connection, &redis::Connection::connectFailed, this, [this] { finish({}); });
}

void OtherRedis::ask()
{
    m_timer.start(patience);
    m_connection.open();
}

void OtherRedis::askFurther()
{
    m_connection.command({"EXISTS", m_keys.events()}, this, [this](const redis::Reply &reply) {
        finish(reply.integer == 1 ? m_connection.runId() : QByteArray());
    });
}

void OtherRedis::finish(const QByteArray &runId)
{
    if (std::exchange(m_finished, true))
        return;
    m_timer.stop();
    Q_EMIT answered(runId);
}

} // namespace pressboard::server::ctl
