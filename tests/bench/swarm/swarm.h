// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/swarm/ping_schedule.h"
#include "tests/bench/swarm/swarm_client.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace pressboard::bench {

/// Thousands of clients on one epoll thread.
class Swarm
{
public:
    Swarm();
    ~Swarm();

    Shared &shared() { return m_shared; }
    const std::vector<std::unique_ptr<SwarmClient>> &clients() const { return m_clients; }

    /// So many more; the first `slow` of them are slow readers. They connect as turns pass.
    void add(std::size_t count, std::size_t slow, std::uint64_t nextSequence);
    /// Connects everybody who is away.
    void bringBack();
    void setConnectsAtOnce(std::size_t count) { m_connectsAtOnce = count; }
    /// Application and WebSocket pings: every client once in so many seconds; 0: none.
    void setPings(double applicationSeconds, double webSocketSeconds);

    /// Turns until `done` says so; false: `seconds` passed first.
    bool run(double seconds, const std::function<bool()> &done);
    /// A descriptor that ends run(…, waitForInput) when it is readable.
    void watchInput(int fd);
    bool hasInput() const { return m_hasInput; }

    bool areAllLive() const { return std::size_t(m_shared.live) == m_clients.size(); }
    /// Every live client that is not slow got all up to this event.
    bool haveAll(std::uint64_t sequence) const;

private:
    void turn();
    void handle(SwarmClient &client, std::uint32_t events);
    void startSome();
    void followState(SwarmClient &client);
    void runSchedules(std::int64_t now);
    void watch(SwarmClient &client, std::uint32_t events, int how);

    int m_epoll = -1;
    bool m_hasInput = false;
    Shared m_shared;
    std::vector<std::unique_ptr<SwarmClient>> m_clients;
    std::vector<SwarmClient *> m_slow;
    std::deque<SwarmClient *> m_waiting; ///< to be connected
    std::size_t m_connectsAtOnce = 256;
    std::size_t m_connecting = 0; ///< neither away nor live
    std::int64_t m_noConnectBefore = 0;
    bool m_isServerUp = true; ///< else one client at a time tries
    PingSchedule m_applicationPings;
    PingSchedule m_webSocketPings;
    PingSchedule m_slowReads;
    std::vector<char> m_buffer;
};

} // namespace pressboard::bench
