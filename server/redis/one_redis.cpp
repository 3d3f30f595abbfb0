// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/one_redis.h"

#include "server/redis/sentences.h"

#include <utility>

namespace pressboard::server::redis {

OneRedis::OneRedis(QList<Connection *> connections, std::chrono::milliseconds patience,
                   QObject *parent)
    : QObject(parent)
    , m_connections(std::move(connections))
    , m_patience(patience)
{
    for (Connection *connection : std::as_const(m_connections)) {
        connection->askWhichRedis();
        connect(connection, &Connection::identified, this,
                [this, connection] { compare(*connection); });
    }
}

QList<Connection *> OneRedis::differingFrom(const Connection &newest) const
{
    QList<Connection *> others = m_connections;
    others.removeIf([&newest](const Connection *other) {
        return !other->isReady() || other->runId().isEmpty() || other->runId() == newest.runId();
    });
    return others;
}

void OneRedis::compare(Connection &newest)
{
    const QList<Connection *> others = differingFrom(newest);
    if (others.isEmpty()) {
        m_differs.invalidate();
        return;
    }
    if (!m_differs.isValid())
        m_differs.start();
    if (!m_differs.hasExpired(m_patience.count())) {
        newest.leave(sentences::anotherRedis(newest.endpoint()));
        return;
    }
    m_differs.invalidate();
    for (Connection *other : others)
        other->leave(sentences::anotherRedis(other->endpoint()));
}

} // namespace pressboard::server::redis
