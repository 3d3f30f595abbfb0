// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/rights_probe.h"

#include "server/scripts/scripts.h"

#include <optional>
#include <utility>

namespace pressboard::server {

/// `ours`: the pattern of our keys. Nullopt: nothing is known.
static std::optional<QByteArrayList> missingRights(const redis::Reply &reply,
                                                   const QByteArray &ours)
{
    if (reply.text.startsWith("NOPERM")) // the script itself
        return QByteArrayList{reply.text.contains("the keys") ? '~' + ours : "+eval"};
    if (reply.failed())
        return std::nullopt;
    QByteArrayList missing;
    for (const redis::Reply &right : reply.items)
        missing << right.text;
    return missing;
}

RightsProbe::RightsProbe(redis::Connection &commands, redis::Keys keys, ProblemList &problems,
                         QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_problems(problems)
{
}

void RightsProbe::probe()
{
    const QByteArray ours = m_keys.prefix + '*';
    m_commands.script(scripts::missingRights(), {m_keys.absent()}, {m_keys.controlChannel(), ours},
                      this, m_generation.guard([this, ours](const redis::Reply &reply) {
                          if (const auto missing = missingRights(reply, ours))
                              m_problems.setOrClear(Problem::Kind::Rights, sentence(*missing));
                      }));
}

void RightsProbe::stop()
{
    m_generation.begin();
}

QString RightsProbe::sentence(const QByteArrayList &missing) const
{
    if (missing.isEmpty())
        return {};
    const QString user = m_commands.endpoint().user;
    return QStringLiteral("The Redis account may not do all that Pressboard needs. Give it: "
                          "ACL SETUSER %1 %2")
        .arg(user.isEmpty() ? QStringLiteral("default") : user,
             QString::fromUtf8(missing.join(' ')));
}

} // namespace pressboard::server
