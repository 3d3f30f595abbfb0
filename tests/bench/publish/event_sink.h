// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/tick.h"

#include <string_view>

namespace pressboard::bench {

/// Where events are published. Blocking: the publisher has a thread of its own.
class EventSink
{
public:
    virtual ~EventSink() = default;
    /// Gathered until the next flush().
    virtual void append(const Tick &tick) = 0;
    /// Throws when the other side is gone or refuses.
    virtual void flush() = 0;
};

} // namespace pressboard::bench
