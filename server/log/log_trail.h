// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/log_place.h"
#include "shared/base/optional_moment.h"

#include <deque>
#include <optional>

namespace pressboard::server {

/// By what the entries that were read are known again: their IDs, and a part of the hash of their
/// contents. For a log that is not ours any more: up to where was it? An ID alone says little, as
/// both sides of a split give IDs.
class LogTrail
{
public:
    /// As many as a log keeps, if nobody changed that; 24 bytes each. The oldest fall out.
    static constexpr qsizetype capacity = 100'000;

    /// Nothing but this is known; a place without a fingerprint is nothing.
    void startAt(const LogPlace &place);
    void append(const redis::StreamEntry &entry);
    /// One that is older than all that are known, as long as there is room.
    void prepend(const redis::StreamEntry &entry);

    bool holds(StreamId id) const { return contentAt(id).has_value(); }
    /// It knows every entry that was read from there on.
    bool reachesBackTo(StreamId id) const { return !m_marks.empty() && m_marks.front().id <= id; }

    /// When the last of these entries was written that is known; as soon as one is known to differ,
    /// the ones after it do not count. Nullopt: none is known.
    OptionalMoment lastInCommon(const QList<LogPlace> &newestFirst) const;

private:
    struct Mark
    {
        StreamId id;
        quint64 content;
    };

    static Mark markOf(StreamId id, const QByteArray &fingerprint);
    std::optional<quint64> contentAt(StreamId id) const;

    std::deque<Mark> m_marks; ///< by ID
};

} // namespace pressboard::server
