// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/loopback/loopback_connection.h"

#include "tests/server/push/frames_taken.h"

#include <QtEndian>

#include <utility>

namespace pressboard::test {
namespace {

constexpr quint8 textOpcode = 0x81;
constexpr quint8 binaryOpcode = 0x82;
constexpr quint8 closeOpcode = 0x88;
constexpr quint8 pingOpcode = 0x89;

struct Frame
{
    quint8 opcode = 0; ///< 0: none has arrived whole
    QByteArray payload;
    qsizetype size = 0; ///< with its head
};

Frame frameAt(const QByteArray &bytes)
{
    if (bytes.size() < 2)
        return {};
    quint64 length = quint8(bytes.at(1));
    const qsizetype head = length == 127 ? 10 : length == 126 ? 4 : 2;
    if (bytes.size() < head)
        return {};
    if (length == 126)
        length = qFromBigEndian<quint16>(bytes.constData() + 2);
    else if (length == 127)
        length = qFromBigEndian<quint64>(bytes.constData() + 2);
    const qsizetype size = head + qsizetype(length);
    if (bytes.size() < size)
        return {};
    return {quint8(bytes.at(0)), bytes.mid(head, qsizetype(length)), size};
}

} // namespace

void LoopbackConnection::answerHandshake()
{
    if (!m_isConnecting)
        return;
    m_isConnecting = false;
    const int status = handshake(m_headers);
    if (status != 101) {
        client::Ending ending;
        ending.httpStatus = status;
        hangUp(ending);
        return;
    }
    m_isOpen = true;
    auto wire = std::make_unique<LoopbackWire>(this);
    m_wire = wire.get();
    welcome(std::move(wire));
    if (m_socket)
        Q_EMIT m_socket->opened();
}

void LoopbackConnection::deliverToClient(qsizetype most)
{
    const QByteArray through = m_toClient.first(std::min(most, m_toClient.size()));
    m_toClient.remove(0, through.size());
    m_arrived += through;
    while (m_socket && deliverFrame()) { }
    if (!m_wire || through.isEmpty() || !m_toClient.isEmpty())
        return;
    m_wire->setReady(true);
    m_wire->handler().drained();
}

bool LoopbackConnection::deliverFrame()
{
    const Frame frame = frameAt(m_arrived);
    if (frame.opcode == 0)
        return false;
    m_arrived.remove(0, frame.size);
    if (frame.opcode == textOpcode) {
        Q_EMIT m_socket->textReceived(frame.payload);
    } else if (frame.opcode == binaryOpcode) {
        Q_EMIT m_socket->binaryReceived(frame.payload);
    } else if (frame.opcode == pingOpcode) {
        m_toServer.append(pongMark);
    } else if (frame.opcode == closeOpcode) {
        client::Ending ending;
        ending.closeCode = qFromBigEndian<quint16>(frame.payload.constData());
        hangUp(ending);
    }
    return true;
}

void LoopbackConnection::deliverToServer(int mostMessages)
{
    for (; mostMessages > 0 && m_wire && !m_toServer.isEmpty(); --mostMessages) {
        const QByteArray message = m_toServer.takeFirst();
        if (message == closeMark) {
            cut(true);
        } else if (message == pongMark) {
            m_wire->handler().heard();
        } else {
            m_wire->handler().textReceived(message);
        }
    }
}

void LoopbackConnection::cut(bool told)
{
    m_isOpen = false;
    m_isConnecting = false;
    m_toClient.clear();
    m_arrived.clear();
    m_toServer.clear();
    if (LoopbackWire *wire = std::exchange(m_wire, nullptr)) {
        wire->m_connection = nullptr;
        if (told)
            Q_EMIT wire->closed();
    }
    if (told)
        hangUp({});
}

void LoopbackConnection::hangUp(const client::Ending &ending)
{
    if (LoopbackSocket *socket = std::exchange(m_socket, nullptr))
        Q_EMIT socket->closed(ending);
}

LoopbackSocket::LoopbackSocket(std::shared_ptr<LoopbackConnection> connection)
    : m_connection(std::move(connection))
{
}

void LoopbackSocket::open(const QUrl &, const client::Headers &headers, const QString &)
{
    m_connection->m_socket = this;
    m_connection->m_headers = headers;
    m_connection->m_isConnecting = true;
}

void LoopbackSocket::send(const QByteArray &message)
{
    if (m_connection->m_socket == this && m_connection->m_isOpen)
        m_connection->m_toServer.append(message);
}

void LoopbackSocket::sendText(const QByteArray &utf8)
{
    send(utf8);
}

void LoopbackSocket::close(quint16, const QString &)
{
    send(LoopbackConnection::closeMark);
    abort();
}

void LoopbackSocket::abort()
{
    if (m_connection->m_socket == this)
        m_connection->m_socket = nullptr;
    m_connection->m_isConnecting = false;
}

LoopbackWire::LoopbackWire(LoopbackConnection *connection)
    : m_connection(connection)
{
}

qsizetype LoopbackWire::send(const server::FrameRun &run)
{
    const qsizetype taken = framesTaken(run, takenAtOnce);
    write(run.bytes().first(run.endOf(taken - 1)));
    return taken;
}

void LoopbackWire::write(const QByteArray &frames)
{
    if (!m_connection || m_isClosing)
        return;
    m_connection->m_toClient += frames;
    setReady(false);
}

qint64 LoopbackWire::bytesPending() const
{
    return m_connection ? m_connection->m_toClient.size() : 0;
}

void LoopbackWire::ping()
{
    write(QByteArray("\x89\0", 2));
}

void LoopbackWire::abort()
{
    m_isClosing = true;
    QMetaObject::invokeMethod(this, &LoopbackWire::closed, Qt::QueuedConnection);
}

void LoopbackWire::close(CloseCode code, const QString &)
{
    QByteArray frame("\x88\x02\0\0", 4);
    qToBigEndian(quint16(code), frame.data() + 2);
    write(frame);
    m_isClosing = true;
    QMetaObject::invokeMethod(this, &LoopbackWire::closed, Qt::QueuedConnection);
}

} // namespace pressboard::test
