// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/replica_check.h"

namespace pressboard::server::ctl {

/// ["master", offset, [[host, port, offset] …]]
static bool hasReplicas(const redis::Reply &role)
{
    return role.items.size() == 3 && !role.items[2].items.isEmpty();
}

ReplicaCheck::ReplicaCheck(redis::Connection &redis)
    : m_redis(redis)
{
}

void ReplicaCheck::start()
{
    m_redis.command({"ROLE"}, this, [this](const redis::Reply &role) {
        if (hasReplicas(role) || m_redis.endpoint().isSentinel())
            wait();
        else
            Q_EMIT done(false);
    });
}

/// Counts for all that this connection, and whoever was before it, had written.
void ReplicaCheck::wait()
{
    m_redis.command({"WAIT", "1", QByteArray::number(qint64(patience.count()))}, this,
                    [this](const redis::Reply &reply) {
                        const bool isKnown = reply.kind == redis::Reply::Kind::Integer;
                        Q_EMIT done(isKnown && reply.integer == 0);
                    });
}

} // namespace pressboard::server::ctl
