// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/web_socket_wire.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocket>

namespace pressboard::server {

namespace {
constexpr qsizetype longestReason = 123; // a close frame's payload, less the code: RFC 6455, 5.5
}

WebSocketWire::WebSocketWire(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp,
                             QString peer, quint64 maxIncomingBytes)
    : m_tcp(std::move(tcp))
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
{
    m_tcp->setParent(nullptr);
    m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_tcp->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->setMaxAllowedIncomingFrameSize(maxIncomingBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maxIncomingBytes);
    m_deadline.setSingleShot(true);

    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT textReceived(text.toUtf8()); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &Wire::binaryReceived);
    connect(m_socket.get(), &QWebSocket::pong, this, &Wire::heard);
    connect(m_socket.get(), &QWebSocket::textFrameReceived, this, &Wire::heard);
    // Queued: closed() never comes from within a call of close(), which may end it at once.
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WebSocketWire::noteGone,
            Qt::QueuedConnection);
    // After QWebSocket, which answers pings by itself while it reads. Queued, for abort() inside a
    // socket's own readyRead is more than it takes.
    connect(m_tcp.get(), &QTcpSocket::readyRead, this, &WebSocketWire::cutFlood,
            Qt::QueuedConnection);
    connect(m_tcp.get(), &QTcpSocket::bytesWritten, this, &WebSocketWire::noteWritten);
    connect(&m_deadline, &QTimer::timeout, m_tcp.get(), &QTcpSocket::abort);
}

WebSocketWire::~WebSocketWire()
{
    m_socket->disconnect(this);
    m_tcp->disconnect(this);
}

void WebSocketWire::write(const QByteArray &frames)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_tcp->write(frames);
    m_isFull = m_isFull || bytesPending() > lowWater;
}

qint64 WebSocketWire::bytesPending() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_tcp.get());
    return m_tcp->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void WebSocketWire::ping()
{
    m_socket->ping();
}

void WebSocketWire::close(CloseCode code, const QString &reason)
{
    if (m_isGone || m_deadline.isActive())
        return;
    m_deadline.start(closeWait);
    // Our own codes are beyond those QWebSocketProtocol names; it sends any number.
    m_socket->close(QWebSocketProtocol::CloseCode(quint16(code)), reason.left(longestReason / 3));
}

void WebSocketWire::cutFlood()
{
    if (!m_isGone && bytesPending() > floodBytes)
        m_tcp->abort();
}

void WebSocketWire::noteWritten()
{
    if (!m_isFull || bytesPending() > lowWater)
        return;
    m_isFull = false;
    Q_EMIT drained();
}

void WebSocketWire::noteGone()
{
    if (std::exchange(m_isGone, true))
        return;
    m_deadline.stop();
    Q_EMIT closed();
}

} // namespace pressboard::server
