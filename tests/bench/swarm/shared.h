// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/tick.h"
#include "tests/bench/swarm/position_memory.h"
#include "tests/bench/swarm/tally.h"
#include "tests/bench/swarm/target.h"

namespace pressboard::bench {

/// What all clients of a swarm share.
struct Shared
{
    Target target;
    Tally tally;
    Tally slowTally; ///< of the slow readers: they must not blur what the others see
    TickReader ticks;
    PositionMemory positions;
    std::string epoch; ///< of the log; one for all
    int live = 0; ///< clients
};

} // namespace pressboard::bench
