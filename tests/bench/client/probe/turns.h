// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace pressboard::bench {

/// CLOCK_MONOTONIC, the same in every process of this machine.
std::int64_t nowNs();

/// The turns of the main thread's loop, told from its calls of poll(): what it does from the return
/// of one to the next call is a turn, during which the window answers nobody.
class Turns
{
public:
    static Turns &ofMainThread();

    struct Tally
    {
        std::int64_t count = 0;
        std::int64_t longestNs = 0;
        std::int64_t longestCpuNs = 0; ///< by what this thread computed; maybe another turn
        std::int64_t over50ms = 0;
    };
    /// Since the last call.
    Tally take();
    /// Each time that the main thread saw that there is something to read from the network, since
    /// the last call.
    std::vector<std::int64_t> takeReceived();

    void end();
    void begin(bool received);

private:
    Tally m_tally;
    std::int64_t m_began = 0;
    std::int64_t m_beganCpu = 0;
    std::vector<std::int64_t> m_received;
};

} // namespace pressboard::bench
