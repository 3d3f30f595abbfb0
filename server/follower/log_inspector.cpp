// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_inspector.h"

#include "server/scripts/scripts.h"

namespace pressboard::server {

LogInspector::LogInspector(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                           ProblemList &problems, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_log(log)
    , m_problems(problems)
{
}

void LogInspector::look()
{
    stop();
    m_looking = true;
    const StreamId position = m_log.position();
    m_commands.script(scripts::logState(), lookKeys(m_keys), {position.toBytes()}, this,
                      [this, position, turn = m_turn](const redis::Reply &reply) {
                          if (turn != m_turn || reply.isLost())
                              return; // the keeper hears of the lost connection, too
                          m_looking = false;
                          Q_EMIT answered();
                          take(reply, position);
                      });
}

void LogInspector::stop()
{
    ++m_turn;
    m_looking = false;
}

void LogInspector::take(const redis::Reply &reply, StreamId position)
{
    const auto look = LogState::fromReply(reply);
    if (!look) {
        m_problems.set(Problem::Kind::Refused, look.error().message);
        return; // asked again at the next check
    }
    report(*look);
    if (look->canSee())
        Q_EMIT looked(*look, judge(*look, m_log.book().epoch, position));
    else
        Q_EMIT foundBlind();
}

void LogInspector::report(const LogState &look)
{
    m_problems.clear(Problem::Kind::Refused);
    m_problems.setOrClear(Problem::Kind::Overwritten, look.overwrittenText());
    if (!look.canSee())
        return;
    m_problems.setOrClear(
        Problem::Kind::Poisoned,
        look.isPoisoned() ? QStringLiteral("The log holds an entry from the future (%1): times "
                                           "mean nothing any more until you start a new log with "
                                           "\"pressboardctl new-log\".")
                                .arg(look.lastGenerated.toString())
                          : QString());
}

} // namespace pressboard::server
