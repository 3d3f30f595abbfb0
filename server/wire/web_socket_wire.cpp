// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/web_socket_wire.h"

#include "server/logging/logging.h"
#include "server/wire/close_payload.h"
#include "server/wire/frame.h"
#include "server/wire/qt_socket_internals.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace pressboard::server {

WebSocketWire::WebSocketWire(std::unique_ptr<QTcpSocket> tcp, QString peer,
                             const IncomingLimits &incoming, PushCounters &counters,
                             platform::DirectSend directSend)
    : m_isOpen(tcp->state() == QAbstractSocket::ConnectedState)
    , m_isTls(qobject_cast<QSslSocket *>(tcp.get()) != nullptr)
    , m_descriptor(tcp->socketDescriptor())
    , m_directSend(directSend)
    , m_tcp(std::move(tcp))
    , m_peer(std::move(peer))
    , m_incoming(incoming)
    , m_counters(counters)
{
    m_tcp->setParent(nullptr);
    m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_tcp->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    platform::giveUpUnacknowledged(m_descriptor, acknowledgeWait);
    platform::limitReceived(m_descriptor, turnBytes);
    if (!m_isOpen)
        QMetaObject::invokeMethod(this, &WebSocketWire::noteGone, Qt::QueuedConnection);
    // The answer to the handshake may still wait.
    setReady(bytesPending() == 0);

    // A socket that breaks has closed its descriptor when it tells of the error, and only then
    // moves on to another state.
    connect(m_tcp.get(), &QTcpSocket::errorOccurred, this, [this] { m_isOpen = false; });
    connect(m_tcp.get(), &QTcpSocket::stateChanged, this,
            [this] { m_isOpen = m_tcp->state() == QAbstractSocket::ConnectedState; });
    // Queued: closed() never comes from within a call of close() or abort().
    connect(m_tcp.get(), &QTcpSocket::disconnected, this, &WebSocketWire::noteGone,
            Qt::QueuedConnection);
    connect(m_tcp.get(), &QTcpSocket::readyRead, this, &WebSocketWire::read);
    connect(m_tcp.get(), &QTcpSocket::bytesWritten, this, &WebSocketWire::noteWritten);
    if (m_isTls) {
        connect(static_cast<QSslSocket *>(m_tcp.get()), &QSslSocket::encryptedBytesWritten, this,
                &WebSocketWire::noteWritten);
    }
    if (m_tcp->bytesAvailable() > 0) // came with the handshake, of which nobody tells again
        QMetaObject::invokeMethod(this, &WebSocketWire::read, Qt::QueuedConnection);
}

WebSocketWire::~WebSocketWire()
{
    m_tcp->disconnect(this);
    if (m_isClosing)
        m_tcp->abort();
}

// --- out ---------------------------------------------------------------------------------------

/// Nothing overtakes what is kept. An encrypted socket has no bytes of ours to share.
qsizetype WebSocketWire::sendAtOnce(QByteArrayView bytes)
{
    return isReady() && !m_isTls ? m_directSend(m_descriptor, bytes) : 0;
}

void WebSocketWire::keep(const QByteArray &bytes)
{
    setReady(false);
    m_tcp->write(bytes);
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

void WebSocketWire::noteWritten()
{
    handler().progressed();
    // Later: drained() sends, and this may be inside a write of ours.
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

// --- in ----------------------------------------------------------------------------------------

/// Only whole frames are signs of life: else a client could take for ever over one, and keep what
/// has come of it here.
void WebSocketWire::read()
{
    bool hasFrames = false;
    while (!m_isClosing && m_isOpen && readFrame())
        hasFrames = true;
    if (m_isClosing && m_tcp->isOpen())
        m_tcp->skip(m_tcp->bytesAvailable());
    if (bytesPending() > floodBytes) {
        // Later: an abort inside a socket's own readyRead is more than it takes.
        QMetaObject::invokeMethod(this, &WebSocketWire::cutFlood, Qt::QueuedConnection);
    }
    releaseBuffers();
    if (m_isClosing)
        return;
    if (hasFrames)
        handler().heard();
    reportControl();
}

/// False when there is none, or none that can be read.
bool WebSocketWire::readFrame()
{
    FrameOrFault next = takeFrame(*m_tcp, m_incoming.frameBytes);
    if (const auto *fault = std::get_if<FrameFault>(&next))
        breakOff(*fault);
    auto *frame = std::get_if<IncomingFrame>(&next);
    if (!frame)
        return false;
    take(std::move(*frame));
    return true;
}

void WebSocketWire::take(IncomingFrame frame)
{
    if (frame.isControl())
        takeControl(frame);
    else
        takeData(std::move(frame));
}

void WebSocketWire::takeControl(const IncomingFrame &frame)
{
    if (frame.opcode == IncomingFrame::Opcode::Close)
        return answerClose(frame.payload);
    m_controlBytes += 2 + frame.payload.size();
    if (frame.opcode == IncomingFrame::Opcode::Ping)
        write(pongFrame(frame.payload));
}

void WebSocketWire::takeData(IncomingFrame frame)
{
    const auto whole = m_assembler.add(std::move(frame), m_incoming.messageBytes);
    if (const auto *fault = std::get_if<FrameFault>(&whole))
        return breakOff(*fault);
    const auto *message = std::get_if<MessageAssembler::Message>(&whole);
    if (!message)
        handler().fragmentReceived();
    else if (message->isText)
        handler().textReceived(message->bytes);
    else
        handler().binaryReceived(message->bytes.size());
}

void WebSocketWire::reportControl()
{
    if (m_controlBytes > 0)
        handler().controlHeard(std::exchange(m_controlBytes, 0));
}

void WebSocketWire::releaseBuffers()
{
    if (!m_isTls && isReady() && m_isOpen && m_tcp->bytesAvailable() == 0)
        qt_socket_internals::releaseBuffers(*m_tcp);
}

void WebSocketWire::cutFlood()
{
    if (m_isGone || bytesPending() <= floodBytes)
        return;
    ++m_counters.floods;
    abort();
}

// --- the end -----------------------------------------------------------------------------------

void WebSocketWire::close(CloseCode code, const QString &reason)
{
    if (!m_isGone && !m_isClosing)
        closeWith(closeFrame(quint16(code), reason));
}

/// The client broke the rules of WebSockets, of which its session knows nothing.
void WebSocketWire::breakOff(const FrameFault &fault)
{
    qCInfo(lcPush).noquote().nospace()
        << "Closing " << m_peer << " with " << fault.code << ": " << fault.reason;
    ++m_counters.closed[fault.code];
    closeWith(closeFrame(fault.code, fault.reason));
}

/// The client goes. What is pending is sent before the answer, as far as it takes it.
void WebSocketWire::answerClose(const QByteArray &payload)
{
    if (const auto fault = faultOfClose(payload))
        return breakOff(*fault);
    closeWith(payload.isEmpty() ? closeFrame() : closeFrame(codeOfClose(payload), {}));
}

void WebSocketWire::closeWith(const QByteArray &frame)
{
    QTimer::singleShot(closeWait, this, &WebSocketWire::abort);
    write(frame);
    m_isClosing = true;
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

void WebSocketWire::noteGone()
{
    if (!std::exchange(m_isGone, true))
        Q_EMIT closed();
}

} // namespace pressboard::server
