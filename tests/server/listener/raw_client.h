// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/listener/listener_fixture.h"

#include <QTcpSocket>
#include <QTest>

namespace pressboard::test {

/// What the user wang asks for.
inline const QByteArray wangsTarget = "/ws/notifications/?token=wang";

/// Speaks bytes.
struct RawClient
{
    explicit RawClient(const ListenerFixture &fixture)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
    }
    /// All that comes until the server closes.
    QByteArray ask(const QByteArray &bytes)
    {
        if (!QTest::qWaitFor([this] { return socket.state() == QTcpSocket::ConnectedState; }))
            return "not connected";
        socket.write(bytes);
        if (!QTest::qWaitFor([this] { return socket.state() == QTcpSocket::UnconnectedState; },
                             10'000))
            return "never closed";
        return socket.readAll();
    }
    int status(const QByteArray &bytes) { return ask(bytes).mid(9, 3).toInt(); }

    QTcpSocket socket;
};

} // namespace pressboard::test
