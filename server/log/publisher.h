// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/state/event.h"

#include <functional>

namespace pressboard::server {

/// Puts events into the log (the Redis stream). The seam between the sessions and Redis.
class Publisher
{
public:
    virtual ~Publisher() = default;
    using Stored = std::function<void(const Result<StreamId> &)>;
    static constexpr qsizetype refLength = 64; ///< characters of a ref, at least one
    /// With a ref the event is stored once, whatever how often it is sent in 24 h (the script
    /// answers the first id). `event.id` is ignored. Error transient = Redis is away.
    virtual void publish(const QString &user, const QString &ref, const Event &event,
                         Stored stored) = 0;
};

} // namespace pressboard::server
