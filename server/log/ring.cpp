// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/ring.h"

#include <algorithm>

namespace pressboard::server {

static qsizetype costOf(const RingEntry &entry)
{
    return qsizetype(sizeof(RingEntry)) + entry.text.size() + entry.gained.size()
        + entry.lost.size() + entry.classic.size() + entry.plain->text.size()
        + entry.plain->gained.size() + entry.plain->lost.size();
}

Ring::Ring(qsizetype maxBytes)
    : m_maxBytes(maxBytes)
{
}

void Ring::append(RingEntry entry)
{
    m_bytes += costOf(entry);
    m_entries.push_back(std::move(entry));
    trim();
}

/// History that is not older than what is there would be told twice. A derived entry bears the ID
/// of the event before it.
bool Ring::isKept(StreamId id) const
{
    if (m_entries.empty())
        return false;
    const RingEntry &oldest = m_entries.front();
    return id > oldest.id || (id == oldest.id && !oldest.derived);
}

bool Ring::prepend(RingEntry entry)
{
    const qsizetype cost = costOf(entry);
    if (m_trimmed || m_bytes + cost > m_maxBytes || isKept(entry.id))
        return false;
    m_bytes += cost;
    // What comes before it is not known yet; resuming from the entry itself is always right.
    m_base = entry.id;
    m_entries.push_front(std::move(entry));
    --m_first;
    return true;
}

void Ring::clear()
{
    // A jump, so that history put in front later never wears a serial that a session once held.
    m_first = end() + serialRoom;
    m_entries.clear();
    m_bytes = 0;
    m_trimmed = false;
}

std::optional<Ring::Serial> Ring::after(StreamId id) const
{
    const auto olderThan = [](const RingEntry &entry, StreamId wanted) {
        return entry.id < wanted;
    };
    auto it = std::lower_bound(m_entries.begin(), m_entries.end(), id, olderThan);
    // Derived frames wear the ID of the entry they followed.
    for (; it != m_entries.end() && it->id == id; ++it) {
        if (!it->derived)
            return m_first + Serial(it - m_entries.begin()) + 1;
    }
    if (id == m_base)
        return m_first;
    return std::nullopt;
}

std::optional<StreamId> Ring::entryAfter(StreamId id) const
{
    const auto isBefore = [](StreamId wanted, const RingEntry &entry) { return wanted < entry.id; };
    auto it = std::upper_bound(m_entries.begin(), m_entries.end(), id, isBefore);
    while (it != m_entries.end() && it->derived)
        ++it;
    return it == m_entries.end() ? std::nullopt : std::optional(it->id);
}

void Ring::setBase(StreamId base)
{
    m_base = base;
}

void Ring::trim()
{
    while (m_bytes > m_maxBytes && !m_entries.empty()) {
        const RingEntry &oldest = m_entries.front();
        m_base = std::max(m_base, oldest.id);
        m_bytes -= costOf(oldest);
        m_entries.pop_front();
        ++m_first;
        m_trimmed = true;
    }
}

} // namespace pressboard::server
