// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/connection.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_scheduler.h"

namespace pressboard::test {

/// One Connection, put together anew, with the test as its network and its clock.
class LoneConnection
{
public:
    LoneConnection();

    FakeSocket &socket() { return *sockets.last; }
    client::ConnectionStatus status() const { return store.connectionStatus(); }
    protocol::ConnectionEstablished greeting() const;
    void start();
    void greet() { socket().receive(greeting()); }
    /// The server's answer to a hello, up to `synced`.
    void sync(protocol::Sync::Mode mode = protocol::Sync::Mode::Snapshot, quint64 position = 100);
    void goLive();
    /// The server's answer to the oldest open ping.
    void pong();

    FakeSockets sockets;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    client::Store store{clock};
    client::Connection connection;
};

} // namespace pressboard::test
