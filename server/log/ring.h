// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/stream_id.h"
#include "shared/state/audience.h"
#include "shared/state/rare.h"

#include <QByteArray>
#include <QtGlobal>

#include <deque>
#include <optional>

namespace pressboard::server {

/// What a frame is about, for the permission to see it.
enum class FrameKind : quint8 {
    Order, ///< orders, steps and unknown types: needs view_orders
    Numbers, ///< dashboard_update: needs view_orders; derived ones have no id of their own
    Notice, ///< for everybody in the audience
    Settlement, ///< of those, for who knows of alarms
    Source, ///< source live / lost: for every v1 session
    Silent, ///< nobody's, moves the position only (pressboard.*, rejected entries)
};

/// One entry of the ring: an event as the bytes every session sends. Encoded once.
struct RingEntry
{
    StreamId id; ///< for derived entries the position they were made at
    FrameKind kind = FrameKind::Order;
    /// Made by this server, not an entry of the log: skipped on resume.
    bool derived = false;
    /// Not every v1 session may have its three texts: some take no IDs that are texts, and get
    /// those of `plain` instead.
    bool hasTextIds = false;
    Audience before; ///< with `after`: see Change::audienceBefore
    Audience after;
    QByteArray text; ///< JSON for v1 sessions that see both
    QByteArray gained; ///< JSON for v1 sessions that see only `after`; empty when before == after
    QByteArray lost; ///< JSON for v1 sessions that see only `before`
    /// JSON for classic clients that see `after`; empty for what is not for them (imported events,
    /// v1's own frames), and while there are none (EventLog::setClassicReaders).
    QByteArray classic;

    struct Plain
    {
        QByteArray text;
        QByteArray gained;
        QByteArray lost;
        bool operator==(const Plain &) const = default;
    };
    Rare<Plain> plain; ///< all empty: none of their business
};

/// The last entries, up to a number of bytes. A cursor is the serial number of the next entry to
/// send: serials only grow, so an overtaken cursor is simply smaller than first().
class Ring
{
public:
    using Serial = quint64;

    explicit Ring(qsizetype maxBytes);

    void append(RingEntry entry);
    /// Older history, found behind what is there (read backwards at start). False when full.
    bool prepend(RingEntry entry);
    /// Serials go on growing; the base stays what it was until setBase().
    void clear();

    Serial first() const { return m_first; }
    Serial end() const { return m_first + m_entries.size(); } ///< one past the newest
    const RingEntry &at(Serial serial) const { return m_entries[serial - m_first]; }
    qsizetype bytes() const { return m_bytes; }

    /// The cursor that continues after `id`, if `id` is an entry of the log that is in the ring,
    /// or the entry just before the oldest one kept (`base`). Derived frames that follow are
    /// still in the way: whoever resumes skips them.
    std::optional<Serial> after(StreamId id) const;
    /// The oldest entry of the log behind `id` that is in the ring; nullopt: there is none.
    std::optional<StreamId> entryAfter(StreamId id) const;
    /// The entry before the oldest: resuming from exactly there loses nothing.
    void setBase(StreamId base);
    StreamId base() const { return m_base; }

private:
    bool isKept(StreamId id) const;
    void trim();

    /// So that prepend has room to count down.
    static constexpr Serial serialRoom = Serial(1) << 32;

    std::deque<RingEntry> m_entries;
    Serial m_first = serialRoom;
    qsizetype m_bytes = 0;
    qsizetype m_maxBytes;
    StreamId m_base;
    /// Something fell out at the old end: what is older would leave a hole.
    bool m_trimmed = false;
};

} // namespace pressboard::server
