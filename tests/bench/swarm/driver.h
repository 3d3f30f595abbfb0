// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/publisher.h"
#include "tests/bench/swarm/command.h"
#include "tests/bench/swarm/swarm.h"

#include <cstddef>

namespace pressboard::bench {

/// Does what the conductor says, a line at a time, and answers each line with a JSON object.
/// Between commands the swarm goes on: it answers pings and counts what comes.
class Driver
{
public:
    Driver(Target target, Publisher::MakeSink makeSink);

    /// Until stdin ends, or "quit".
    void run();

private:
    QJsonObject execute(const Command &command);
    QJsonObject connectClients(const Command &command);
    QJsonObject reconnect(const Command &command);
    QJsonObject awaitLive(double seconds);
    QJsonObject awaitAway(const Command &command);
    QJsonObject load(const Command &command);
    QJsonObject arrived(const Command &command);
    QJsonObject rest(const Command &command);
    QJsonObject churn(const Command &command);
    QJsonObject loadReport(bool inTime, std::size_t clients, const Load &load);
    std::ptrdiff_t countComplete();
    void startCounting();

    Swarm m_swarm;
    Publisher m_publisher;
    std::uint64_t m_nextSequence = 1;
    std::size_t m_nextToLeave = 0;
};

} // namespace pressboard::bench
