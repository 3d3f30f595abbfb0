// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/web_socket_wire.h"
#include "tests/server/wire/limiter.h"
#include "tests/server/wire/upgraded_socket.h"

#include <sys/socket.h>

#include <functional>
#include <memory>

namespace pressboard::test {

/// The handler of a wire without a session.
class TestWireHandler final : public server::WireHandler
{
public:
    std::function<void()> onHeard = [] {};

    void textReceived(const QByteArray &) override { }
    void binaryReceived() override { }
    void heard() override { onHeard(); }
    void controlHeard(qint64) override { }
    void progressed() override { }
    void drained() override { }
};

/// A wire over a real socket, without a session: the client's end speaks bytes.
struct WireFixture
{
    WireFixture() { wire->setHandler(handler); }
    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(int(far.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
        far.abort();
    }

    UpgradedSocket upgraded;
    QTcpSocket &far = upgraded.far;
    QTcpSocket *tcp = upgraded.tcp.get(); ///< the near end, under the wire
    QWebSocket *socket = upgraded.socket.get(); ///< the wire's
    server::PushCounters counters;
    TestWireHandler handler;
    std::unique_ptr<server::WebSocketWire> wire = std::make_unique<server::WebSocketWire>(
        std::move(upgraded.socket), std::move(upgraded.tcp), QStringLiteral("test"),
        server::IncomingLimits{}, counters, &Limiter::send);
};

} // namespace pressboard::test
