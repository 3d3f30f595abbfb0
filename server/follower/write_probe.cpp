// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/write_probe.h"

#include "shared/protocol/messages.h"

#include <array>
#include <utility>

namespace pressboard::server {

namespace {

struct Refusal
{
    QByteArrayView prefix; ///< of Redis' error
    QLatin1StringView cause;
    QLatin1StringView reason;
};

constexpr std::array refusals{
    Refusal{"OOM", protocol::write_cause::memory,
            QLatin1StringView("Redis takes no writes, since its memory is full: raise maxmemory, "
                              "or make room.")},
    Refusal{"MISCONF", protocol::write_cause::disk,
            QLatin1StringView("Redis takes no writes, since it cannot write its data to the disk: "
                              "make room there, and look into Redis' own log.")},
    Refusal{"NOREPLICAS", protocol::write_cause::replicas,
            QLatin1StringView("Redis takes no writes, since too few replicas are connected: bring "
                              "them back, or lower min-replicas-to-write.")},
    Refusal{"NOPERM", protocol::write_cause::rights,
            QLatin1StringView("Redis takes no writes from this account: give it XADD on our keys "
                              "with ACL SETUSER (docs/redis.md).")},
};

} // namespace

std::optional<RefusedWrites> refusedWrites(const redis::Reply &reply)
{
    if (!reply.isError())
        return std::nullopt;
    for (const Refusal &refusal : refusals) {
        if (reply.text.startsWith(refusal.prefix)) {
            const QString said = QString::fromUtf8(reply.text.left(200));
            return RefusedWrites{QString(refusal.cause),
                                 QStringLiteral("%1 (%2)").arg(refusal.reason, said),
                                 QStringLiteral("%1 What the boards show is right, but nothing new "
                                                "can come. (%2)")
                                     .arg(refusal.reason, said)};
        }
    }
    return std::nullopt;
}

WriteProbe::WriteProbe(redis::Connection &commands, const redis::Keys &keys, ProblemList &problems,
                       QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(keys)
    , m_problems(problems)
{
}

QByteArrayList WriteProbe::question(const redis::Keys &keys)
{
    return {"XADD", keys.absent(), "NOMKSTREAM", "*", "probe", "1"};
}

void WriteProbe::probe()
{
    if (!m_commands.isReady())
        return;
    m_commands.command(
        question(m_keys), this,
        m_generation.guard([this](const redis::Reply &reply) { handleReply(reply); }));
}

void WriteProbe::stop()
{
    m_generation.begin();
}

void WriteProbe::handleReply(const redis::Reply &reply)
{
    if (reply.isLost())
        return;
    const auto refused = refusedWrites(reply);
    m_problems.setOrClear(Problem::Kind::NotWritable, refused ? refused->sentence : QString());
    const QString cause = refused ? refused->cause : QString();
    if (std::exchange(m_cause, cause) != cause)
        Q_EMIT changed(cause);
}

} // namespace pressboard::server
