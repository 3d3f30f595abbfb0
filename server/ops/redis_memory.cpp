// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/redis_memory.h"

#include "server/redis/connection.h"

namespace pressboard::server {

static std::optional<qint64> usedMemory(const QByteArray &info)
{
    const QByteArray name = "used_memory:";
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).trimmed().toLongLong();
    }
    return std::nullopt;
}

RedisMemory::RedisMemory(redis::Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&connection, &redis::Connection::becameReady, this, &RedisMemory::ask);
    connect(&connection, &redis::Connection::becameLost, this, [this] { m_bytes.reset(); });
    connect(&m_timer, &QTimer::timeout, this, &RedisMemory::ask);
    m_timer.start(interval);
}

void RedisMemory::ask()
{
    if (!m_connection.isReady())
        return;
    m_connection.command({"INFO", "memory"}, this, [this](const redis::Reply &reply) {
        m_bytes = reply.failed() ? std::nullopt : usedMemory(reply.text);
    });
}

} // namespace pressboard::server
