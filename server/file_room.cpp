// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/file_room.h"

#include <algorithm>

namespace pressboard::server {

qint64 FileRoom::neededBy(const Config &config)
{
    return qint64(config.maxClients) + config.maxHandshakes + keptBack;
}

Config FileRoom::fitted(Config config, qint64 allowed)
{
    const qint64 room = std::max<qint64>(allowed - keptBack, 2);
    if (neededBy(config) <= keptBack + room)
        return config;
    config.maxHandshakes =
        int(std::min<qint64>(config.maxHandshakes, std::max<qint64>(room / 4, 1)));
    config.maxClients = int(std::min<qint64>(config.maxClients, room - config.maxHandshakes));
    return config;
}

} // namespace pressboard::server
