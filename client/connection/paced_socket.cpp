// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/paced_socket.h"

#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

PacedSocket::PacedSocket(std::unique_ptr<Socket> socket, const Clock &clock, QObject *parent)
    : Socket(parent)
    , m_socket(std::move(socket))
    , m_clock(clock)
{
    connect(m_socket.get(), &Socket::opened, this, &Socket::opened);
    connect(m_socket.get(), &Socket::ponged, this, &Socket::ponged);
    connect(m_socket.get(), &Socket::textReceived, this,
            [this](const QByteArray &utf8) { take({utf8, true}); });
    connect(m_socket.get(), &Socket::binaryReceived, this,
            [this](const QByteArray &bytes) { take({bytes, false}); });
    connect(m_socket.get(), &Socket::closed, this, &PacedSocket::end);
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0ms);
    connect(&m_nextTurn, &QTimer::timeout, this, &PacedSocket::handOnSome);
}

void PacedSocket::open(const QUrl &url, const Headers &headers, const QString &subprotocol)
{
    m_socket->open(url, headers, subprotocol);
}

void PacedSocket::sendText(const QByteArray &utf8)
{
    m_socket->sendText(utf8);
}

void PacedSocket::ping()
{
    m_socket->ping();
}

void PacedSocket::close(quint16 code, const QString &reason)
{
    forget();
    m_socket->close(code, reason);
}

void PacedSocket::abort()
{
    forget();
    m_socket->abort();
}

void PacedSocket::forget()
{
    m_nextTurn.stop();
    m_waiting.clear();
    m_ending.reset();
}

void PacedSocket::take(const Frame &frame)
{
    if (!m_nextTurn.isActive()) {
        m_turnBegan = m_clock.monotonic();
        m_nextTurn.start();
    }
    if (m_waiting.isEmpty() && mayGoOn())
        handOn(frame);
    else
        m_waiting.enqueue(frame);
}

void PacedSocket::handOn(const Frame &frame)
{
    if (frame.isText)
        Q_EMIT textReceived(frame.bytes);
    else
        Q_EMIT binaryReceived(frame.bytes);
}

void PacedSocket::handOnSome()
{
    m_turnBegan = m_clock.monotonic();
    while (!m_waiting.isEmpty() && mayGoOn())
        handOn(m_waiting.dequeue());
    if (!m_waiting.isEmpty())
        m_nextTurn.start();
    else if (m_ending)
        Q_EMIT closed(*std::exchange(m_ending, std::nullopt));
}

void PacedSocket::end(const Ending &ending)
{
    if (m_waiting.isEmpty())
        Q_EMIT closed(ending);
    else
        m_ending = ending;
}

} // namespace pressboard::client
