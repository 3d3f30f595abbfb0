// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/one_redis.h"

#include "server/redis/sentences.h"

#include <utility>

namespace pressboard::server::redis {

OneRedis::OneRedis(QList<Connection *> connections, QObject *parent)
    : QObject(parent)
    , m_connections(std::move(connections))
{
    for (Connection *connection : std::as_const(m_connections)) {
        connection->askWhichRedis();
        connect(connection, &Connection::identified, this,
                [this, connection] { compare(*connection); });
    }
}

void OneRedis::compare(const Connection &newest)
{
    for (Connection *other : std::as_const(m_connections)) {
        if (other->isReady() && !other->runId().isEmpty() && other->runId() != newest.runId())
            other->leave(sentences::anotherRedis(other->endpoint()));
    }
}

} // namespace pressboard::server::redis
