// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/switching_port.h"

#include "tests/support/redis/redis_fixture.h"

#include <QLocalSocket>
#include <QTcpSocket>

namespace pressboard::test {

SwitchingPort::SwitchingPort(const RedisFixture &redis)
    : m_socketPath(redis.socketPath())
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            join(client);
    });
}

QString SwitchingPort::url() const
{
    return QStringLiteral("redis://127.0.0.1:%1").arg(m_server.serverPort());
}

void SwitchingPort::leadTo(const RedisFixture &redis)
{
    m_socketPath = redis.socketPath();
}

void SwitchingPort::join(QTcpSocket *client)
{
    auto *redis = new QLocalSocket(client);
    redis->connectToServer(m_socketPath);
    connect(client, &QTcpSocket::readyRead, redis,
            [client, redis] { redis->write(client->readAll()); });
    connect(redis, &QLocalSocket::readyRead, client,
            [client, redis] { client->write(redis->readAll()); });
    connect(redis, &QLocalSocket::disconnected, client, &QTcpSocket::abort);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

} // namespace pressboard::test
