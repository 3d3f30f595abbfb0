// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/state/event.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace pressboard::server {

/// What somebody has to say, under a name that makes it be stored once, however often it is sent
/// in 24 h.
struct Submission
{
    QString user;
    QString ref; ///< unique to this user: 1 to Publisher::refLength characters
    QByteArray hash; ///< of what was sent, without blanks; empty: nobody compares
    /// All of them are stored, or none. Their `id` is ignored. Without any, nothing is stored: it
    /// only asks what is known of the ref.
    QList<Event> events;
};

/// What the log made of it.
struct Storage
{
    enum class Kind {
        New,
        Again, ///< stored before under the same ref
        Other, ///< something else was, and this is not
        Unknown, ///< nothing was, and nothing is now: there were no events
    };
    Kind kind = Kind::New;
    QList<StreamId> ids; ///< of each event, those of the first time; none of Other and Unknown
};

/// Puts events into the log (the Redis stream). The seam between who publishes and Redis.
class Publisher
{
public:
    virtual ~Publisher() = default;
    using Stored = std::function<void(const Result<Storage> &)>;
    /// For those who append one entry that nobody says again.
    using Appended = std::function<void(const Result<StreamId> &)>;
    static constexpr qsizetype refLength = 64; ///< characters of a ref, at least one
    /// Error transient = Redis is away.
    virtual void publish(const Submission &submission, Stored stored) = 0;
};

} // namespace pressboard::server
