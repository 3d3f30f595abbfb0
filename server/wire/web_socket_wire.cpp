// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/web_socket_wire.h"

#include "server/wire/frame.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <utility>

namespace pressboard::server {

WebSocketWire::WebSocketWire(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp,
                             QString peer, const IncomingLimits &incoming, PushCounters &counters,
                             platform::DirectSend directSend)
    : m_isOpen(tcp->state() == QAbstractSocket::ConnectedState)
    , m_isTls(qobject_cast<QSslSocket *>(tcp.get()) != nullptr)
    , m_descriptor(tcp->socketDescriptor())
    , m_directSend(directSend)
    , m_tcp(std::move(tcp))
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
    , m_counters(counters)
{
    m_tcp->setParent(nullptr);
    m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_tcp->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    platform::giveUpUnacknowledged(m_descriptor, acknowledgeWait);
    m_socket->setMaxAllowedIncomingFrameSize(incoming.frameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(incoming.messageBytes);
    if (!m_isOpen) // QWebSocket may have ended it while it read what came behind the handshake
        QMetaObject::invokeMethod(this, &WebSocketWire::noteGone, Qt::QueuedConnection);
    // The answer to the handshake may still wait.
    setReady(bytesPending() == 0);
    m_pongs.skip(*m_tcp);

    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        notePongs();
        handler().textReceived(text.toUtf8());
    });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, [this] {
        notePongs();
        handler().binaryReceived();
    });
    connect(m_socket.get(), &QWebSocket::pong, this,
            [this](quint64, const QByteArray &payload) { m_controlBytes += 2 + payload.size(); });
    // A socket that breaks has closed its descriptor when it tells of the error, and only then
    // moves on to another state.
    connect(m_tcp.get(), &QTcpSocket::errorOccurred, this, [this] { m_isOpen = false; });
    connect(m_tcp.get(), &QTcpSocket::stateChanged, this,
            [this] { m_isOpen = m_tcp->state() == QAbstractSocket::ConnectedState; });
    // Queued: closed() never comes from within a call of close() or abort().
    connect(m_tcp.get(), &QTcpSocket::disconnected, this, &WebSocketWire::noteGone,
            Qt::QueuedConnection);
    // Behind QWebSocket's own slot, which answers pings while it reads.
    connect(m_tcp.get(), &QTcpSocket::readyRead, this, &WebSocketWire::noteRead);
    connect(m_tcp.get(), &QTcpSocket::bytesWritten, this, &WebSocketWire::noteWritten);
    if (m_isTls) {
        connect(static_cast<QSslSocket *>(m_tcp.get()), &QSslSocket::encryptedBytesWritten, this,
                &WebSocketWire::noteWritten);
    }
}

WebSocketWire::~WebSocketWire()
{
    m_socket->disconnect(this);
    m_tcp->disconnect(this);
    if (m_isClosing)
        m_tcp->abort(); // or QWebSocket would send a close frame of its own
}

/// Nothing overtakes what is kept. An encrypted socket has no bytes of ours to share.
qsizetype WebSocketWire::sendAtOnce(QByteArrayView bytes)
{
    return isReady() && !m_isTls ? m_directSend(m_descriptor, bytes) : 0;
}

void WebSocketWire::keep(const QByteArray &bytes)
{
    setReady(false);
    countPongs();
    m_tcp->write(bytes);
    m_pongs.skip(*m_tcp);
}

qsizetype WebSocketWire::send(const FrameRun &run)
{
    if (!m_isOpen || m_isClosing)
        return run.count();
    const qsizetype sent = sendAtOnce(run.bytes());
    if (sent == run.bytes().size())
        return run.count();
    const qsizetype last = m_isTls ? run.count() - 1 : run.frameAt(sent);
    keep(run.bytes().sliced(sent, run.endOf(last) - sent));
    return last + 1;
}

void WebSocketWire::write(const QByteArray &frames)
{
    if (!m_isOpen || m_isClosing)
        return;
    const qsizetype sent = sendAtOnce(frames);
    if (sent < frames.size())
        keep(sent == 0 ? frames : frames.sliced(sent));
}

qint64 WebSocketWire::bytesPending() const
{
    qint64 bytes = m_tcp->bytesToWrite();
    if (m_isTls)
        bytes += static_cast<const QSslSocket *>(m_tcp.get())->encryptedBytesToWrite();
    return bytes;
}

void WebSocketWire::ping()
{
    write(pingFrame());
}

void WebSocketWire::close(CloseCode code, const QString &reason)
{
    if (m_isGone || m_isClosing)
        return;
    QTimer::singleShot(closeWait, this, &WebSocketWire::abort);
    write(closeFrame(quint16(code), reason));
    m_isClosing = true;
    // QWebSocket would answer what is left to read: a ping, or the close frame, with another.
    qt_web_socket_internals::stopReading(*m_socket, *m_tcp);
    if (m_tcp->isOpen())
        m_tcp->skip(m_tcp->bytesAvailable());
    if (bytesPending() == 0)
        hangUp();
}

void WebSocketWire::hangUp()
{
    if (!m_isOpen)
        return; // it ends by itself, and the descriptor may be another client's already
    if (m_isTls || !platform::endSending(m_descriptor))
        m_tcp->disconnectFromHost();
}

void WebSocketWire::abort()
{
    m_isOpen = false; // the socket takes nothing any more, though it only tells so on its way out
    m_tcp->abort();
}

void WebSocketWire::countPongs()
{
    m_controlBytes += m_pongs.count(*m_tcp);
}

/// QWebSocket answers a ping while it reads on, into the socket's buffer. What the session answers
/// to a message behind that ping goes there, too: were it cut, its rest would follow the pong.
void WebSocketWire::notePongs()
{
    countPongs();
    if (bytesPending() > 0)
        setReady(false); // until they left
}

void WebSocketWire::noteRead()
{
    if (m_isClosing) {
        m_tcp->skip(m_tcp->bytesAvailable());
        return;
    }
    countPongs();
    if (bytesPending() > floodBytes) {
        // Later: an abort inside a socket's own readyRead is more than it takes.
        QMetaObject::invokeMethod(this, &WebSocketWire::cutFlood, Qt::QueuedConnection);
    } else if (!m_isTls && m_tcp->bytesToWrite() > 0) {
        m_tcp->flush(); // a pong, usually: at once, or the next event would have to wait for it
    }
    notePongs();
    releaseBuffers();
    handler().heard();
    if (m_controlBytes > 0)
        handler().controlHeard(std::exchange(m_controlBytes, 0));
}

void WebSocketWire::releaseBuffers()
{
    if (!m_isTls && isReady() && m_isOpen && m_tcp->bytesAvailable() == 0)
        qt_web_socket_internals::releaseBuffers(*m_tcp);
}

void WebSocketWire::cutFlood()
{
    if (m_isGone || bytesPending() <= floodBytes)
        return;
    ++m_counters.floods;
    abort();
}

void WebSocketWire::noteWritten()
{
    m_pongs.skip(*m_tcp);
    handler().progressed();
    // Later: QWebSocket itself flushes when it has answered a close frame, and only then closes.
    if (!isReady() && bytesPending() == 0)
        QMetaObject::invokeMethod(this, &WebSocketWire::noteDrained, Qt::QueuedConnection);
}

void WebSocketWire::noteDrained()
{
    if (isReady() || bytesPending() > 0)
        return;
    setReady(true);
    releaseBuffers();
    if (m_isClosing)
        hangUp();
    else
        handler().drained();
}

/// What QWebSocket closed by itself; the session counts what it closes. A client that closes with
/// one of these codes itself is counted as well: Qt does not tell who spoke first.
void WebSocketWire::countClosing()
{
    const auto code = m_socket->closeCode();
    const bool isOurs = code == QWebSocketProtocol::CloseCodeProtocolError
        || code == QWebSocketProtocol::CloseCodeWrongDatatype
        || code == QWebSocketProtocol::CloseCodeTooMuchData;
    if (!m_isClosing && isOurs)
        ++m_counters.closed[code];
}

void WebSocketWire::noteGone()
{
    if (std::exchange(m_isGone, true))
        return;
    countClosing();
    Q_EMIT closed();
}

} // namespace pressboard::server
