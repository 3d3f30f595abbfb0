// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/qt_web_socket_internals.h"

#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <utility>

namespace pressboard::server::qt_web_socket_internals {

void stopReading(QWebSocket &socket, QTcpSocket &tcp)
{
    QObject::disconnect(&tcp, &QTcpSocket::readyRead, &socket, nullptr);
    const auto timers = socket.findChildren<QTimer *>();
    for (QTimer *timer : timers)
        timer->stop();
}

void releaseBuffers(QTcpSocket &tcp)
{
    tcp.open(tcp.openMode());
}

void detach(QTcpSocket &tcp, QWebSocketServer &server)
{
    tcp.disconnect(&server);
}

void PongCounter::skip(const QTcpSocket &tcp)
{
    m_known = tcp.bytesToWrite();
}

qint64 PongCounter::count(const QTcpSocket &tcp)
{
    const qint64 before = std::exchange(m_known, tcp.bytesToWrite());
    return std::max(qint64(0), m_known - before);
}

} // namespace pressboard::server::qt_web_socket_internals
