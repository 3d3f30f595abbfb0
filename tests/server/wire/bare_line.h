// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/web_socket_wire.h"
#include "tests/server/listener/listener_fixture.h"
#include "tests/server/wire/limiter.h"
#include "tests/server/wire/turn_until.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <sys/socket.h>

#include <functional>
#include <memory>

namespace pressboard::test {

/// Instead of a session.
class WireAdapter final : public server::WireHandler
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
struct BareLine
{
    BareLine()
    {
        listener.listen(QHostAddress::LocalHost);
        far.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.serverPort());
        far.write(handshake("/"));
        if (!turnUntil([this] { return listener.hasPendingConnections(); }))
            qFatal("Nobody came.");
        auto accepted = std::unique_ptr<QTcpSocket>(listener.nextPendingConnection());
        tcp = accepted.get();
        accepted->setParent(nullptr);
        upgrader.handleConnection(tcp);
        if (!turnUntil([this] { return upgrader.hasPendingConnections(); }))
            qFatal("Nobody was upgraded.");
        tcp->disconnect(&upgrader);
        socket = upgrader.nextPendingConnection();
        wire = std::make_unique<server::WebSocketWire>(
            std::unique_ptr<QWebSocket>(socket), std::move(accepted), QStringLiteral("test"),
            server::IncomingLimits{}, counters, &Limiter::send);
        wire->setListener(ear);
    }
    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(int(far.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
        far.abort();
    }

    QTcpServer listener;
    QWebSocketServer upgrader{QString(), QWebSocketServer::NonSecureMode};
    server::PushCounters counters;
    QTcpSocket far;
    WireAdapter ear;
    QTcpSocket *tcp = nullptr; ///< the near end, under the wire
    QWebSocket *socket = nullptr; ///< the wire's
    std::unique_ptr<server::WebSocketWire> wire;
};

} // namespace pressboard::test
