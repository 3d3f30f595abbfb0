// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/losing_port.h"

#include "tests/support/redis/redis_fixture.h"

#include <QLocalSocket>
#include <QTcpSocket>

namespace pressboard::test {

static constexpr char isScript[] = "ranAScript";

LosingPort::LosingPort(const RedisFixture &redis)
    : m_socketPath(redis.socketPath())
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            join(client);
    });
}

QString LosingPort::url() const
{
    return QStringLiteral("redis://127.0.0.1:%1").arg(m_server.serverPort());
}

void LosingPort::join(QTcpSocket *client)
{
    auto *redis = new QLocalSocket(client);
    redis->connectToServer(m_socketPath);
    connect(client, &QTcpSocket::readyRead, redis, [client, redis] {
        const QByteArray request = client->readAll();
        client->setProperty(isScript, request.contains("EVAL"));
        redis->write(request);
    });
    connect(redis, &QLocalSocket::readyRead, client,
            [this, client, redis] { carry(client, redis); });
    connect(redis, &QLocalSocket::disconnected, client, &QTcpSocket::abort);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void LosingPort::carry(QTcpSocket *client, QLocalSocket *redis)
{
    const QByteArray answer = redis->readAll();
    if (m_toLose == 0 || !client->property(isScript).toBool()) {
        client->write(answer);
        return;
    }
    --m_toLose;
    ++m_lost;
    client->abort();
}

} // namespace pressboard::test
