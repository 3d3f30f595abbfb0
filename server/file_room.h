// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

namespace pressboard::server {

/// How many clients fit into the files that this process may have open at a time: every client and
/// every handshake is one. Some are kept back: without them a lost Redis could not be reached
/// again, nor the private one be started.
class FileRoom
{
public:
    /// Redis, Django's hosts, the ports, the operators' probes, the log and the private Redis.
    static constexpr qint64 keptBack = 128;

    static qint64 neededBy(const Config &config);
    /// The configuration with as many clients and handshakes as fit; at least one of each.
    static Config fitted(Config config, qint64 allowed);
};

} // namespace pressboard::server
