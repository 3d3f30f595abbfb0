// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/redis_conditions.h"

namespace pressboard::server {

static QByteArray valueOf(const QByteArray &info, const QByteArray &name)
{
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QList<Problem> problemsOfRedis(const QByteArray &info)
{
    QList<Problem> problems;
    const QByteArray policy = valueOf(info, "maxmemory_policy");
    if (policy.startsWith("allkeys")) {
        problems << Problem{Problem::Kind::Eviction,
                            QStringLiteral("Redis' maxmemory-policy is %1: when memory runs out it "
                                           "would throw the log away. Set it to noeviction, or "
                                           "give Pressboard a Redis of its own.")
                                .arg(QString::fromLatin1(policy))};
    } else if (policy.startsWith("volatile")) {
        // The log is kept, but not the keys that run out: refs, inboxes' last IDs, the lease.
        problems << Problem{Problem::Kind::PartEviction,
                            QStringLiteral("Redis' maxmemory-policy is %1: when memory runs out it "
                                           "would forget what was stored already, and messages "
                                           "could come twice. Set it to noeviction.")
                                .arg(QString::fromLatin1(policy))};
    }
    if (valueOf(info, "aof_enabled") == "0") {
        problems << Problem{Problem::Kind::NotDurable,
                            QStringLiteral("Redis keeps no append-only file: a crash loses the "
                                           "latest events. Set \"appendonly yes\".")};
    }
    return problems;
}

} // namespace pressboard::server
