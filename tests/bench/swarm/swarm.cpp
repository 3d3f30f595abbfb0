// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/swarm.h"

#include "tests/bench/wire/loopback.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace pressboard::bench {

namespace {

constexpr int eventsPerTurn = 1024;
constexpr int turnMs = 5; // schedules are checked this often
constexpr std::size_t bufferBytes = 256 * 1024;
constexpr std::size_t slowBytesPerSecond = 1024;
constexpr std::int64_t afterRefusalNs = nsPerSecond / 50;

using State = SwarmClient::State;

bool isOnTheWay(State state)
{
    return state != State::Away && state != State::Live;
}

} // namespace

Swarm::Swarm()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_buffer(bufferBytes)
{
}

Swarm::~Swarm()
{
    m_clients.clear();
    close(m_epoll);
}

void Swarm::add(std::size_t count, std::size_t slow, std::uint64_t nextSequence)
{
    for (std::size_t i = 0; i < count; ++i) {
        m_clients.push_back(
            std::make_unique<SwarmClient>(m_shared, unsigned(m_clients.size()), i < slow));
        SwarmClient &client = *m_clients.back();
        client.expect(nextSequence);
        m_waiting.push_back(&client);
        if (client.isSlow())
            m_slow.push_back(&client);
    }
    m_slowReads.setPeriod(m_slow.empty() ? 0 : 1, nowNs());
}

void Swarm::bringBack()
{
    m_isServerUp = false; // the new one may not be there yet
    m_waiting.clear();
    for (const auto &client : m_clients) {
        if (client->state() == State::Away)
            m_waiting.push_back(client.get());
    }
}

void Swarm::setPings(double applicationSeconds, double webSocketSeconds)
{
    m_applicationPings.setPeriod(applicationSeconds, nowNs());
    m_webSocketPings.setPeriod(webSocketSeconds, nowNs());
}

void Swarm::watchInput(int fd)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) < 0)
        fail("epoll_ctl");
}

bool Swarm::haveAll(std::uint64_t sequence) const
{
    return std::all_of(m_clients.begin(), m_clients.end(), [&](const auto &client) {
        return client->isSlow() || client->state() != State::Live
            || client->check().next() > sequence;
    });
}

bool Swarm::run(double seconds, const std::function<bool()> &done)
{
    const std::int64_t end = nowNs() + std::int64_t(seconds * double(nsPerSecond));
    while (!done()) {
        if (nowNs() >= end)
            return false;
        turn();
    }
    return true;
}

void Swarm::turn()
{
    std::array<epoll_event, eventsPerTurn> events{};
    startSome();
    m_hasInput = false;
    const int count = epoll_wait(m_epoll, events.data(), eventsPerTurn, turnMs);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[std::size_t(i)];
        if (event.data.ptr)
            handle(*static_cast<SwarmClient *>(event.data.ptr), event.events);
        else
            m_hasInput = true;
    }
    runSchedules(nowNs());
}

void Swarm::startSome()
{
    const std::size_t atOnce = m_isServerUp ? m_connectsAtOnce : 1;
    while (!m_waiting.empty() && m_connecting < atOnce && nowNs() >= m_noConnectBefore) {
        SwarmClient &client = *m_waiting.front();
        m_waiting.pop_front();
        client.start();
        ++m_connecting;
        watch(client, EPOLLOUT, EPOLL_CTL_ADD);
    }
}

void Swarm::handle(SwarmClient &client, std::uint32_t events)
{
    const State before = client.state();
    if (before == State::Connecting) {
        client.handleWritable();
        if (client.state() == State::Upgrading)
            watch(client, EPOLLIN, EPOLL_CTL_MOD);
    } else if (before != State::Away && events != 0) {
        client.read(m_buffer.data(), m_buffer.size());
    }
    if (!isOnTheWay(before) || isOnTheWay(client.state()))
        return;
    --m_connecting;
    followState(client);
}

/// It arrived, or was refused: those come again, as real clients do, though a bit sooner.
void Swarm::followState(SwarmClient &client)
{
    m_isServerUp = client.state() == State::Live;
    if (client.state() == State::Away) {
        m_waiting.push_back(&client);
        m_noConnectBefore = nowNs() + afterRefusalNs;
    } else if (client.isSlow()) {
        watch(client, 0, EPOLL_CTL_MOD);
    }
}

void Swarm::runSchedules(std::int64_t now)
{
    const auto isLive = [](const SwarmClient &client) { return client.state() == State::Live; };
    m_applicationPings.run(m_clients.size(), now, [&](std::size_t index) {
        if (isLive(*m_clients[index]))
            m_clients[index]->pingApplication();
    });
    m_webSocketPings.run(m_clients.size(), now, [&](std::size_t index) {
        if (isLive(*m_clients[index]))
            m_clients[index]->ping();
    });
    m_slowReads.run(m_slow.size(), now, [&](std::size_t index) {
        if (isLive(*m_slow[index]))
            m_slow[index]->read(m_buffer.data(), slowBytesPerSecond);
    });
}

void Swarm::watch(SwarmClient &client, std::uint32_t events, int how)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &client;
    if (epoll_ctl(m_epoll, how, client.fd(), &event) < 0)
        fail("epoll_ctl");
}

} // namespace pressboard::bench
