// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/listener/listener_fixture.h"
#include "tests/server/wire/turn_until.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace pressboard::test {

/// A server's QTcpSocket, connected to a client's end that speaks bytes.
struct ConnectedSocket
{
    ConnectedSocket()
    {
        listener.listen(QHostAddress::LocalHost);
        far.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.serverPort());
        if (!turnUntil([this] { return listener.hasPendingConnections(); }))
            qFatal("No connection came.");
        tcp.reset(listener.nextPendingConnection());
        tcp->setParent(nullptr);
        if (!turnUntil([this] { return far.state() == QAbstractSocket::ConnectedState; }))
            qFatal("It was not connected.");
    }

    QTcpServer listener;
    QTcpSocket far; ///< the client's end
    std::unique_ptr<QTcpSocket> tcp;
};

} // namespace pressboard::test
