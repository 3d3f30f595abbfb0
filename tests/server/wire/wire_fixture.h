// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/web_socket_wire.h"
#include "tests/server/wire/connected_socket.h"
#include "tests/server/wire/limiter.h"

#include <sys/socket.h>

#include <functional>
#include <memory>

namespace pressboard::test {

/// The handler of a wire without a session: notes what it hears.
class TestWireHandler final : public server::WireHandler
{
public:
    std::function<void()> onHeard = [] {};
    QByteArrayList texts;
    int binaries = 0;
    int fragments = 0;
    int readings = 0; ///< in which a whole frame came
    qint64 controlBytes = 0;

    void textReceived(const QByteArray &text) override { texts << text; }
    void binaryReceived(qint64) override { ++binaries; }
    void fragmentReceived() override { ++fragments; }
    void heard() override
    {
        ++readings;
        onHeard();
    }
    void controlHeard(qint64 bytes) override { controlBytes += bytes; }
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

    ConnectedSocket connected;
    QTcpSocket &far = connected.far;
    QTcpSocket *tcp = connected.tcp.get(); ///< the near end, under the wire
    server::PushCounters counters;
    TestWireHandler handler;
    std::unique_ptr<server::WebSocketWire> wire =
        std::make_unique<server::WebSocketWire>(std::move(connected.tcp), QStringLiteral("test"),
                                                server::IncomingLimits{}, counters, &Limiter::send);
};

} // namespace pressboard::test
