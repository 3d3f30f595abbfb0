// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/reply.h"
#include "shared/base/result.h"

namespace pressboard::server {

/// A failed reply as an error: transient when Redis is away, loading, full or read-only for the
/// moment, final when it does not permit what was asked.
Error errorOf(const redis::Reply &reply);

} // namespace pressboard::server
