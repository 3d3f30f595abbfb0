// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/paced_socket.h"

#include "client/connection/server_bounds.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

PacedSocket::PacedSocket(std::unique_ptr<Socket> socket, const Clock &clock, QObject *parent)
    : Socket(parent)
    , m_socket(std::move(socket))
    , m_clock(clock)
{
    connect(m_socket.get(), &Socket::opened, this, &Socket::opened);
    connect(m_socket.get(), &Socket::linkChanged, this, &Socket::linkChanged);
    connect(m_socket.get(), &Socket::textReceived, this, [this](const QByteArray &utf8) {
        receive({utf8, true});
    });
    connect(m_socket.get(), &Socket::binaryReceived, this, [this](const QByteArray &bytes) {
        receive({bytes, false});
    });
    connect(m_socket.get(), &Socket::closed, this, &PacedSocket::end);
    m_nextTurn.setSingleShot(true);
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
    m_waitingBytes = 0;
    m_ending.reset();
}

void PacedSocket::receive(const Frame &frame)
{
    const bool begins = !m_nextTurn.isActive();
    const auto wait = begins ? toWait() : 0ms;
    if (begins)
        m_nextTurn.start(wait);
    if (begins && wait == 0ms)
        beginTurn();
    if (m_waiting.isEmpty() && wait == 0ms && mayGoOn())
        handOn(frame);
    else
        keep(frame);
}

void PacedSocket::keep(const Frame &frame)
{
    m_waiting.enqueue(frame);
    m_waitingBytes += frame.bytes.size();
    if (m_waitingBytes <= server_bounds::waitingBytes)
        return;
    abort();
    Ending ending;
    ending.fault = Ending::Fault::Other;
    ending.reason = QStringLiteral("The server sends more than can be shown.");
    Q_EMIT closed(ending);
}

PacedSocket::Frame PacedSocket::takeWaiting()
{
    const Frame frame = m_waiting.dequeue();
    m_waitingBytes -= frame.bytes.size();
    return frame;
}

std::chrono::milliseconds PacedSocket::toWait() const
{
    return std::max(m_nextDue - m_clock.monotonic(), 0ms);
}

/// A snapshot's turns follow one another: they let nobody wait for more than one rhythm after it.
void PacedSocket::beginTurn()
{
    m_turnBegan = m_clock.monotonic();
    m_nextDue = std::clamp(m_nextDue, m_turnBegan - ahead * rhythm, m_turnBegan) + rhythm;
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
    if (!m_waiting.isEmpty())
        beginTurn();
    while (!m_waiting.isEmpty() && mayGoOn())
        handOn(takeWaiting());
    if (!m_waiting.isEmpty())
        m_nextTurn.start(0ms);
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
