// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/floor/floor_client.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace pressboard::bench {

/// The least a server can do to bring lines from one socket to thousands of WebSockets: what came
/// in one turn is joined, and each client gets it with one send() of the same bytes. Whatever else
/// a server costs, it costs on top of this.
class FloorServer
{
public:
    FloorServer(std::uint16_t wsPort, std::uint16_t feedPort);

    [[noreturn]] void run();

private:
    void watch(int fd, std::uint32_t events, int how);
    void serve(int fd, std::uint32_t events);
    void acceptClients();
    void acceptFeed();
    void readFeed();
    void readClient(FloorClient &client);
    bool upgrade(FloorClient &client, std::string_view bytes);
    void answer(FloorClient &client, const Frame &frame);
    void publish();
    void sendRest(FloorClient &client);
    void dropSent();
    void drop(int fd);

    int m_epoll = -1;
    int m_listener = -1;
    int m_feedListener = -1;
    int m_feed = -1;
    std::string m_line; ///< of the feed, the torn rest
    std::string m_fresh; ///< frames of this turn
    /// Frames that somebody has not taken yet; begins at this byte of all that was published.
    std::string m_backlog;
    std::uint64_t m_published = 0;
    std::uint64_t m_backlogStart = 0;
    std::size_t m_lookAgain = 0; ///< at a backlog of so many bytes, for what can go
    int m_behind = 0;
    std::vector<std::unique_ptr<FloorClient>> m_clients; ///< by descriptor
    std::vector<FloorClient *> m_live;
    std::vector<int> m_gone;
    std::vector<char> m_input;
};

} // namespace pressboard::bench
