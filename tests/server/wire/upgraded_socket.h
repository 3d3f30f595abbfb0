// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/qt_web_socket_internals.h"
#include "tests/server/listener/listener_fixture.h"
#include "tests/server/wire/turn_until.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

namespace pressboard::test {

/// A server's QWebSocket and the QTcpSocket below it, upgraded as the listener does; the client's
/// end speaks bytes.
struct UpgradedSocket
{
    UpgradedSocket()
    {
        listener.listen(QHostAddress::LocalHost);
        far.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.serverPort());
        far.write(handshake("/"));
        if (!turnUntil([this] { return listener.hasPendingConnections(); }))
            qFatal("No connection came.");
        tcp.reset(listener.nextPendingConnection());
        tcp->setParent(nullptr);
        upgrader.handleConnection(tcp.get());
        if (!turnUntil([this] { return upgrader.hasPendingConnections(); }))
            qFatal("No connection was upgraded.");
        server::qt_web_socket_internals::detach(*tcp, upgrader);
        socket.reset(upgrader.nextPendingConnection());
    }

    QTcpServer listener;
    QWebSocketServer upgrader{QString(), QWebSocketServer::NonSecureMode};
    QTcpSocket far; ///< the client's end
    std::unique_ptr<QTcpSocket> tcp;
    std::unique_ptr<QWebSocket> socket; ///< on `tcp`
};

} // namespace pressboard::test
