// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/log_trail.h"

#include <algorithm>

namespace pressboard::server {

/// Against chance, not against somebody who looks for two contents with one hash.
LogTrail::Mark LogTrail::markOf(StreamId id, const QByteArray &fingerprint)
{
    constexpr qsizetype digits = 2 * sizeof(quint64);
    return {id, fingerprint.left(digits).toULongLong(nullptr, 16)};
}

void LogTrail::startAt(const LogPlace &place)
{
    m_marks.clear();
    if (!place.fingerprint.isEmpty())
        m_marks.push_back(markOf(place.id, place.fingerprint));
}

void LogTrail::append(const redis::StreamEntry &entry)
{
    if (qsizetype(m_marks.size()) == capacity)
        m_marks.pop_front();
    m_marks.push_back(markOf(entry.id, fingerprintOf(entry)));
}

void LogTrail::prepend(const redis::StreamEntry &entry)
{
    const bool isOlder = m_marks.empty() || entry.id < m_marks.front().id;
    if (isOlder && qsizetype(m_marks.size()) < capacity)
        m_marks.push_front(markOf(entry.id, fingerprintOf(entry)));
}

std::optional<quint64> LogTrail::contentAt(StreamId id) const
{
    const auto found =
        std::lower_bound(m_marks.begin(), m_marks.end(), id,
                         [](const Mark &mark, StreamId wanted) { return mark.id < wanted; });
    if (found == m_marks.end() || found->id != id)
        return std::nullopt;
    return found->content;
}

OptionalMoment LogTrail::lastInCommon(const QList<LogPlace> &newestFirst) const
{
    OptionalMoment common;
    for (auto theirs = newestFirst.crbegin(); theirs != newestFirst.crend(); ++theirs) {
        if (m_marks.empty() || theirs->id < m_marks.front().id)
            continue; // not known to differ
        if (contentAt(theirs->id) != markOf(theirs->id, theirs->fingerprint).content)
            break;
        common = momentOf(theirs->id);
    }
    return common;
}

} // namespace pressboard::server
