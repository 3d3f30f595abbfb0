// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::test {

class RedisFixture;

/// What keeps a Redis from taking an event.
enum class RedisFault {
    Stopped, ///< nobody listens
    Frozen, ///< connections are taken, nothing answers
    Full, ///< maxmemory is reached, and nothing may go (noeviction)
    Demoted, ///< it became a replica
};

/// True once the fault is there for everybody to see; says why not with qWarning. A Redis with TCP.
bool inject(RedisFixture &redis, RedisFault fault);
/// As if it had never been there.
bool lift(RedisFixture &redis, RedisFault fault);

} // namespace pressboard::test
