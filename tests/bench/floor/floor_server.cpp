// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor/floor_server.h"

#include "tests/bench/wire/handshake.h"
#include "tests/bench/wire/loopback.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace pressboard::bench {

namespace {

constexpr std::size_t inputBytes = 1024 * 1024;
constexpr std::size_t maxBacklog = 256 * 1024 * 1024;
constexpr std::size_t lookEvery = 1024 * 1024;
constexpr int eventsPerTurn = 512;
constexpr std::string_view pong = R"({"type":"pong","message":"pong"})";

/// What the kernel took; 0 = nothing for now, negative = the client is gone.
ssize_t sendSome(int fd, std::string_view bytes)
{
    const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent < 0 && errno == EAGAIN ? 0 : sent;
}

} // namespace

FloorServer::FloorServer(std::uint16_t wsPort, std::uint16_t feedPort)
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_listener(listenOn(wsPort))
    , m_feedListener(listenOn(feedPort))
    , m_input(inputBytes)
{
    watch(m_listener, EPOLLIN, EPOLL_CTL_ADD);
    watch(m_feedListener, EPOLLIN, EPOLL_CTL_ADD);
}

void FloorServer::watch(int fd, std::uint32_t events, int how)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    if (epoll_ctl(m_epoll, how, fd, &event) < 0)
        fail("epoll_ctl");
}

void FloorServer::run()
{
    std::array<epoll_event, eventsPerTurn> events{};
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), eventsPerTurn, -1);
        for (int i = 0; i < count; ++i)
            serve(events[std::size_t(i)].data.fd, events[std::size_t(i)].events);
        if (!m_fresh.empty())
            publish();
        for (const int fd : m_gone)
            drop(fd);
        m_gone.clear();
        dropSent();
    }
}

void FloorServer::serve(int fd, std::uint32_t events)
{
    if (fd == m_listener)
        return acceptClients();
    if (fd == m_feedListener)
        return acceptFeed();
    if (fd == m_feed)
        return readFeed();
    FloorClient &client = *m_clients[std::size_t(fd)];
    if (events & EPOLLOUT)
        sendRest(client);
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        readClient(client);
}

void FloorServer::acceptClients()
{
    for (;;) {
        const int fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return;
        const int yes = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (m_clients.size() <= std::size_t(fd))
            m_clients.resize(std::size_t(fd) + 1);
        m_clients[std::size_t(fd)] = std::make_unique<FloorClient>();
        m_clients[std::size_t(fd)]->fd = fd;
        watch(fd, EPOLLIN, EPOLL_CTL_ADD);
    }
}

void FloorServer::acceptFeed()
{
    const int fd = accept4(m_feedListener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0)
        return;
    if (m_feed >= 0)
        close(m_feed);
    m_feed = fd;
    m_line.clear();
    watch(fd, EPOLLIN, EPOLL_CTL_ADD);
}

void FloorServer::readFeed()
{
    const ssize_t got = recv(m_feed, m_input.data(), m_input.size(), 0);
    if (got <= 0) {
        close(m_feed);
        m_feed = -1;
        return;
    }
    m_line.append(m_input.data(), std::size_t(got));
    std::size_t start = 0;
    for (std::size_t end; (end = m_line.find('\n', start)) != std::string::npos; start = end + 1)
        appendFrame(m_fresh, Opcode::Text, std::string_view(m_line).substr(start, end - start));
    m_line.erase(0, start);
}

void FloorServer::readClient(FloorClient &client)
{
    const ssize_t got = recv(client.fd, m_input.data(), m_input.size(), 0);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN)
            m_gone.push_back(client.fd);
        return;
    }
    const std::string_view bytes(m_input.data(), std::size_t(got));
    if (client.isUpgraded)
        client.parser.feed(bytes, [&](const Frame &frame) { answer(client, frame); });
    else if (!upgrade(client, bytes))
        m_gone.push_back(client.fd);
}

bool FloorServer::upgrade(FloorClient &client, std::string_view bytes)
{
    client.head += bytes;
    if (!headEnd(client.head))
        return true;
    const auto reply = upgradeAnswer(client.head);
    if (!reply || sendSome(client.fd, *reply) != ssize_t(reply->size()))
        return false;
    client.isUpgraded = true;
    client.head = {};
    m_live.push_back(&client);
    return true;
}

/// Pings, of the application's kind, too. Those of a client that is behind go unanswered: a pong
/// must not land inside a frame.
void FloorServer::answer(FloorClient &client, const Frame &frame)
{
    if (frame.head.opcode == Opcode::Close)
        m_gone.push_back(client.fd);
    if (client.isBehind)
        return;
    std::string reply;
    if (frame.head.opcode == Opcode::Ping)
        appendFrame(reply, Opcode::Pong, frame.unmasked());
    else if (frame.head.opcode == Opcode::Text)
        appendFrame(reply, Opcode::Text, pong);
    if (!reply.empty() && sendSome(client.fd, reply) != ssize_t(reply.size()))
        m_gone.push_back(client.fd);
}

void FloorServer::publish()
{
    for (FloorClient *client : m_live) {
        if (client->isBehind)
            continue;
        const ssize_t sent = sendSome(client->fd, m_fresh);
        if (sent == ssize_t(m_fresh.size()))
            continue;
        if (sent < 0) {
            m_gone.push_back(client->fd);
            continue;
        }
        client->isBehind = true;
        ++m_behind;
        client->sent = m_published + std::uint64_t(sent);
        watch(client->fd, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
    }
    if (m_behind > 0)
        m_backlog += m_fresh;
    m_published += m_fresh.size();
    m_backlogStart = m_published - m_backlog.size();
    m_fresh.clear();
}

void FloorServer::sendRest(FloorClient &client)
{
    if (client.sent < m_backlogStart) {
        m_gone.push_back(client.fd); // its bytes are gone: too slow
        return;
    }
    const std::string_view rest =
        std::string_view(m_backlog).substr(std::size_t(client.sent - m_backlogStart));
    const ssize_t sent = sendSome(client.fd, rest);
    if (sent < 0) {
        m_gone.push_back(client.fd);
        return;
    }
    client.sent += std::uint64_t(sent);
    if (client.sent < m_published)
        return;
    client.isBehind = false;
    --m_behind;
    watch(client.fd, EPOLLIN, EPOLL_CTL_MOD);
}

/// Looked at rarely: finding the slowest walks all clients, and moving the backlog costs, too.
void FloorServer::dropSent()
{
    if (m_behind == 0) {
        m_backlog.clear();
        m_lookAgain = lookEvery;
    }
    if (m_backlog.size() < m_lookAgain)
        return;
    const std::uint64_t bound = m_published - std::min<std::size_t>(m_backlog.size(), maxBacklog);
    std::uint64_t least = m_published;
    for (const FloorClient *client : m_live) {
        if (client->isBehind)
            least = std::min(least, client->sent);
    }
    least = std::max(least, bound);
    m_backlog.erase(0, std::size_t(least - m_backlogStart));
    m_backlogStart = least;
    m_lookAgain = 2 * m_backlog.size() + lookEvery;
}

void FloorServer::drop(int fd)
{
    std::unique_ptr<FloorClient> &client = m_clients[std::size_t(fd)];
    if (!client)
        return;
    std::erase(m_live, client.get());
    m_behind -= client->isBehind ? 1 : 0;
    client.reset();
    close(fd);
}

} // namespace pressboard::bench
