// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"

namespace pressboard::server::redis {

/// sentinel://[user:password@]host[:port][,host[:port]…]/master[?db=N&tls=yes&sentinel-user=…
/// &sentinel-password=…]: `user` and `password` are the master's, `tls` counts for both.
Result<Endpoint> parseSentinelUrl(const QString &url);

} // namespace pressboard::server::redis
