// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/peer.h"

#include "shared/base/limits.h"
#include "shared/protocol/deflate.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <sys/socket.h>

namespace pressboard::test {
namespace {

QByteArray requestOf(const Peer::Manner &manner)
{
    const QByteArray v1 = manner.isV1 ? "Sec-WebSocket-Protocol: pressboard.v1\r\n" : "";
    return handshake("/ws/notifications/?token=" + manner.user.toUtf8(), v1);
}

} // namespace

Peer::Peer(const ListenerFixture &fixture, const Manner &manner)
    : m_isV1(manner.isV1)
    , m_socket(manner.isEncrypted ? new QSslSocket : new QTcpSocket)
{
    m_socket->setProxy(QNetworkProxy::NoProxy); // or Qt asks the system, in a thread of its own
    setReadsAtOnce(manner.readsAtOnce);
    if (manner.isNarrow) {
        m_socket->bind(QHostAddress(QHostAddress::LocalHost));
        m_socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    }
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket.get())) {
        tls->setPeerVerifyMode(QSslSocket::VerifyNone); // self-signed
        tls->connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.port);
    } else {
        m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.port);
    }
    m_socket->write(requestOf(manner)); // waits for the connection
}

Peer::~Peer()
{
    m_socket->abort();
}

void Peer::endSending()
{
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void Peer::reset()
{
    const linger now{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    m_socket->abort();
}

void Peer::read()
{
    if (m_socket->isOpen()) // also when the server is gone, as long as something is left
        feed(m_socket->readAll());
}

/// The answer to the handshake comes first.
QByteArray Peer::behindHead(const QByteArray &bytes)
{
    m_head += bytes;
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    m_isUpgraded = end >= 0 && m_head.startsWith("HTTP/1.1 101 ");
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // it is heard when it speaks
    return m_isUpgraded ? m_head.sliced(end + 4) : QByteArray();
}

void Peer::feed(const QByteArray &bytes)
{
    m_reader.feed(m_isUpgraded ? bytes : behindHead(bytes));
    for (const FrameReader::Frame &frame : m_reader.takeFrames())
        sort(frame);
}

void Peer::sort(const FrameReader::Frame &frame)
{
    using Opcode = FrameReader::Opcode;
    if (frame.opcode == Opcode::Text) {
        m_texts << frame.payload;
    } else if (frame.opcode == Opcode::Binary) {
        ++m_streams;
        const auto text = protocol::inflated(frame.payload, qsizetype(limits::inflatedBytes));
        m_texts << (text ? *text : QByteArray("not a zlib stream"));
    } else if (frame.opcode == Opcode::Pong) {
        m_pongs << frame.payload;
    } else if (frame.opcode == Opcode::Close && frame.payload.size() >= 2) {
        m_closeCode = qFromBigEndian<quint16>(frame.payload.constData());
    }
}

} // namespace pressboard::test
