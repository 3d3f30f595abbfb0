// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/redis_requirements.h"

#include "server/follower/redis_conditions.h"

#include <algorithm>

namespace pressboard::server {

RedisRequirements::RedisRequirements(redis::Connection &commands, ProblemList &problems,
                                     QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_problems(problems)
{
}

void RedisRequirements::ask()
{
    m_commands.command({"INFO"}, this, [this, turn = m_turn](const redis::Reply &reply) {
        if (turn != m_turn || reply.isLost())
            return;
        take(reply);
        Q_EMIT answered();
    });
}

void RedisRequirements::stop()
{
    ++m_turn;
}

void RedisRequirements::take(const redis::Reply &info)
{
    // An account that may not ask learns nothing: then nothing is known to be wrong.
    const auto found = problemsOfRedis(info.isError() ? QByteArray() : info.text);
    for (const auto kind :
         {Problem::Kind::Eviction, Problem::Kind::PartEviction, Problem::Kind::NotDurable}) {
        const auto problem = std::find_if(
            found.begin(), found.end(), [kind](const Problem &each) { return each.kind == kind; });
        m_problems.setOrClear(kind, problem == found.end() ? QString() : problem->text);
    }
}

} // namespace pressboard::server
