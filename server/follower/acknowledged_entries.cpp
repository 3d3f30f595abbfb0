// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/acknowledged_entries.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pressboard::server {

AcknowledgedEntries::AcknowledgedEntries(redis::Connection &commands, QByteArray eventsKey,
                                         const LogTrail &trail, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_eventsKey(std::move(eventsKey))
    , m_trail(trail)
{
}

void AcknowledgedEntries::acknowledged(StreamId id)
{
    if (m_trail.holds(id))
        return; // it was read before its publisher heard of it
    m_waiting.insert(id);
    if (m_waiting.size() > most)
        m_waiting.erase(m_waiting.begin());
}

void AcknowledgedEntries::check(StreamId position)
{
    while (!m_waiting.empty() && *m_waiting.begin() <= position) {
        const StreamId id = *m_waiting.begin();
        m_waiting.erase(m_waiting.begin());
        if (m_trail.holds(id))
            continue;
        if (m_trail.reachesBackTo(id))
            Q_EMIT missing(id);
        else if (m_asked.insert(id).second)
            lookUp(id);
    }
}

/// Those that came since the last time may be newer than the question that `end` answers.
void AcknowledgedEntries::checkEnd(StreamId end)
{
    const StreamId before = std::exchange(m_newest, {});
    if (m_waiting.empty())
        return;
    m_newest = *m_waiting.rbegin();
    const auto first = m_waiting.upper_bound(end);
    const auto last = m_waiting.upper_bound(std::max(end, before));
    const std::vector<StreamId> lost(first, last);
    m_waiting.erase(first, last);
    for (const StreamId id : lost)
        Q_EMIT missing(id);
}

void AcknowledgedEntries::lookUp(StreamId id)
{
    const auto answered = [this, id](const redis::Reply &reply) {
        m_asked.erase(id);
        if (reply.failed())
            m_waiting.insert(id); // asked again at the next check
        else if (reply.items.isEmpty())
            Q_EMIT missing(id);
    };
    m_commands.command({"XRANGE", m_eventsKey, id.toBytes(), id.toBytes()}, this, answered);
}

} // namespace pressboard::server
