// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/redis_requirements.h"

#include <algorithm>

namespace pressboard::server {

static QByteArray valueOf(const QByteArray &info, const QByteArray &name)
{
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

bool isReplica(const QByteArray &info)
{
    return valueOf(info, "role") == "slave";
}

QVersionNumber versionOf(const QByteArray &info)
{
    return QVersionNumber::fromString(QString::fromLatin1(valueOf(info, "redis_version")));
}

bool countsEntries(const QByteArray &info)
{
    const QVersionNumber version = versionOf(info);
    return version.isNull() || version >= QVersionNumber(7, 0);
}

static QString replicaSentence(const QByteArray &info)
{
    const QByteArray downFor = valueOf(info, "master_link_down_since_seconds");
    const QByteArray master = valueOf(info, "master_host") + ':' + valueOf(info, "master_port");
    const QString cutOff = downFor.isEmpty() ? QString()
        : downFor.startsWith('-') // never connected
        ? QStringLiteral(", which it does not reach")
        : QStringLiteral(", which it has not reached for %1 s").arg(QString::fromLatin1(downFor));
    return QStringLiteral("This Redis is a replica of %1%2: no server works with it, and no board "
                          "is live. Put the master's address into the redis setting, or make this "
                          "one the master with \"redis-cli REPLICAOF NO ONE\".")
        .arg(QString::fromUtf8(master), cutOff);
}

/// INFO counts the good ones only where some are wanted.
static bool wantsReplicas(const QByteArray &info)
{
    return !valueOf(info, "min_slaves_good_slaves").isEmpty();
}

QList<Problem> problemsOfRedis(const QByteArray &info, bool watched)
{
    QList<Problem> problems;
    if (const QVersionNumber version = versionOf(info);
        !version.isNull() && version < QVersionNumber(oldestMajor, oldestMinor)) {
        problems << Problem{Problem::Kind::TooOld,
                            QStringLiteral("This Redis is version %1, which is too old: Pressboard "
                                           "needs 6.2, and 7.0 or newer to see when entries are "
                                           "trimmed away before they are read. Upgrade it, or "
                                           "leave \"redis\" unset: then the server starts one of "
                                           "its own.")
                                .arg(version.toString())};
    }
    if (isReplica(info))
        problems << Problem{Problem::Kind::Replica, replicaSentence(info)};
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
    if (watched && valueOf(info, "role") == "master" && !wantsReplicas(info)) {
        problems << Problem{Problem::Kind::NotReplicated,
                            QStringLiteral("This Redis takes writes that no replica has: a "
                                           "failover loses them. Set min-replicas-to-write 1 and "
                                           "min-replicas-max-lag 10 on it and on its replicas.")};
    }
    return problems;
}

RedisRequirements::RedisRequirements(redis::Connection &commands, ProblemList &problems,
                                     QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_problems(problems)
{
}

void RedisRequirements::inspect()
{
    m_commands.command({"INFO"}, this, m_generation.guard([this](const redis::Reply &reply) {
        if (reply.isLost())
            return;
        handleInfo(reply);
        Q_EMIT answered();
    }));
}

void RedisRequirements::stop()
{
    m_generation.begin();
}

void RedisRequirements::handleInfo(const redis::Reply &info)
{
    // An account that may not ask learns nothing: then nothing is known to be wrong.
    const auto found = problemsOfRedis(info.isError() ? QByteArray() : info.text,
                                       m_commands.endpoint().isSentinel());
    for (const auto kind :
         {Problem::Kind::TooOld, Problem::Kind::Replica, Problem::Kind::Eviction,
          Problem::Kind::PartEviction, Problem::Kind::NotDurable, Problem::Kind::NotReplicated}) {
        const auto problem = std::find_if(
            found.begin(), found.end(), [kind](const Problem &each) { return each.kind == kind; });
        m_problems.setOrClear(kind, problem == found.end() ? QString() : problem->text);
    }
}

} // namespace pressboard::server
