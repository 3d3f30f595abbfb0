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

void LogInspector::inspect()
{
    stop();
    m_inspecting = true;
    m_asked.start();
    const LogPlace place = m_log.place();
    m_commands.script(scripts::logState(), stateKeys(m_keys), place.toArguments(), this,
                      m_generation.guard([this, place](const redis::Reply &reply) {
                          if (reply.isLost())
                              return; // the keeper hears of the lost connection, too
                          m_inspecting = false;
                          Q_EMIT answered();
                          handleReply(reply, place);
                      }));
}

void LogInspector::stop()
{
    m_generation.begin();
    m_inspecting = false;
}

void LogInspector::handleReply(const redis::Reply &reply, const LogPlace &place)
{
    auto state = LogState::fromReply(reply);
    if (!state) {
        m_problems.set(Problem::Kind::Refused, state.error().message);
        return; // asked again at the next check
    }
    state.value().position = place.id;
    state.value().addedBefore = place.added;
    Q_EMIT timeTold(state->time + std::chrono::milliseconds(m_asked.elapsed() / 2));
    report(*state);
    if (state->canSee())
        Q_EMIT inspected(*state, diagnose(*state, m_log.book().epoch, place.id));
    else
        Q_EMIT foundOverwritten();
}

void LogInspector::report(const LogState &state)
{
    m_problems.clear(Problem::Kind::Refused);
    m_problems.setOrClear(Problem::Kind::Overwritten, state.overwrittenText());
    if (!state.canSee())
        return;
    m_problems.setOrClear(
        Problem::Kind::Poisoned,
        state.isPoisoned() ? QStringLiteral("The log holds an entry from the future (%1): times "
                                            "mean nothing any more until you start a new log with "
                                            "\"pressboardctl new-log\".")
                                 .arg(state.lastGenerated.toString())
                           : QString());
}

} // namespace pressboard::server
