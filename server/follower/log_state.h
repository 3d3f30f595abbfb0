// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/log_place.h"
#include "server/redis/keys.h"
#include "server/redis/reply.h"
#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace pressboard::server {

/// A key of ours that somebody wrote over with another type: `SET pressboard:book x`. Redis then
/// refuses whatever we do with it, until somebody takes that value away.
struct OverwrittenKey
{
    /// In the order of stateKeys(), from 1.
    enum class Part { Events = 1, Epoch, Book, Writer, Rejected, Users, Servers };

    Part part;
    QString name;
    QString type; ///< what it is now, in Redis' word: "string"

    /// One of what scripts::logState() lists: part, name and type.
    static OverwrittenKey fromReply(const redis::Reply &reply);
    QString sentence() const; ///< which, and what to do
};

/// KEYS of scripts::logState(): all that every server has in common.
QByteArrayList stateKeys(const redis::Keys &keys);

/// What Redis holds, seen in one moment (scripts::logState), to decide whether it is still our log.
struct LogState
{
    struct StoredBook
    {
        QString epoch;
        StreamId position;
        bool held = false; ///< the log holds that place, as above
    };

    QString epoch; ///< empty: none
    std::optional<StreamId> first; ///< the oldest entry kept; nullopt: no entries
    StreamId lastGenerated;
    bool fromStart = true; ///< nothing was ever trimmed
    StreamId position; ///< of the place that was asked for
    /// How many entries had been added up to there, as the place tells; nullopt: it does not.
    std::optional<qint64> addedBefore;
    QByteArray fingerprint; ///< of the entry that is there; empty: none is
    /// The log holds the place that was asked for: its entry is there with its content, or it is
    /// gone and nothing else happened than that it was removed.
    bool holdsPlace = false;
    /// The log does not hold it: entries at and before its ID, newest first. A page of them, then
    /// single ones of doubling ages.
    QList<LogPlace> before;
    std::optional<StoredBook> book;
    std::optional<protocol::Loss> loss; ///< the last one, as the book tells
    /// Entries that were ever added (entries-added); nullopt before Redis 7.0.
    std::optional<qint64> added;
    /// Entries behind the position that was asked for; nullopt: too many to be counted.
    std::optional<qint64> behind;
    Moment time{}; ///< Redis' clock
    QList<OverwrittenKey> overwritten; ///< keys that are not of our type any more

    /// The log, its epoch and its book are what they should be; else only `time` and
    /// `overwritten` are known.
    bool canSee() const;
    bool isOverwritten(OverwrittenKey::Part part) const;
    QString overwrittenText() const; ///< a sentence each; empty when there is none

    static Result<LogState> fromReply(const redis::Reply &reply);

    /// The book in Redis belongs to the log in Redis.
    bool bookStands() const;
    /// Every entry after this position is still there: it is one of this log, and nothing behind
    /// it was trimmed.
    bool hasAllSince(StreamId position) const;
    /// Entries behind the position that was asked for were trimmed before they were read there:
    /// more were added since than are left. Not known before Redis 7.0, and then taken for true.
    bool missesEntries() const;
    /// An entry from the future: every later one must be younger still, so that IDs mean no
    /// time any more.
    bool isPoisoned() const;
};

/// What to do, having looked with a book in memory that stands at an epoch and a position.
enum class Remedy {
    Ours, ///< read on
    Missed, ///< entries were trimmed before we read them, and no book is past them
    Reload, ///< Redis is right and we are not: trimmed before we read it, or the epoch moved
    Older, ///< Redis came back as it was earlier: it is the truth, under a new epoch
    Restore, ///< Redis has no book that stands on its log: write ours, under a new epoch
};

/// One rule: the book in Redis must stand on the log in Redis, and our place must be in that
/// log.
Remedy diagnose(const LogState &state, const QString &epoch, StreamId position);

} // namespace pressboard::server
