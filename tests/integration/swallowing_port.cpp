// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/swallowing_port.h"

namespace pressboard::test {

namespace {

constexpr int mostInQueue = 64;
constexpr int longEnoughMs = 500; ///< over loopback

} // namespace

bool SwallowingPort::open(quint16 port)
{
    m_server.setListenBacklogSize(1);
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return false;
    m_server.pauseAccepting();
    while (m_queue.size() < mostInQueue) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, port);
        if (!socket->waitForConnected(longEnoughMs))
            return socket->error() == QAbstractSocket::SocketTimeoutError;
        m_queue.push_back(std::move(socket));
    }
    return false;
}

} // namespace pressboard::test
