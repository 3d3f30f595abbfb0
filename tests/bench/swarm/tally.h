// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure/histogram.h"

#include <QJsonObject>

#include <map>
#include <string>

namespace pressboard::bench {

/// What some clients got, together.
struct Tally
{
    Histogram latency; ///< published → received
    std::uint64_t delivered = 0; ///< events, duplicates not counted
    std::uint64_t duplicates = 0;
    std::uint64_t lost = 0;
    std::int64_t lastDeliveryNs = 0;
    std::uint64_t bytes = 0;
    std::uint64_t snapshotBytes = 0;
    std::uint64_t pongs = 0; ///< WebSocket's
    std::uint64_t appPongs = 0;
    std::uint64_t serverPings = 0;
    std::uint64_t cuts = 0; ///< connections that ended without the swarm's doing
    std::map<std::string, int> modes; ///< of v1's `sync`
    std::map<std::string, int> endings; ///< close codes and HTTP statuses

    QJsonObject toJson() const;
};

} // namespace pressboard::bench
