// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/pending_connection.h"

#include "server/listener/http_answer.h"
#include "server/platform/direct_send.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace pressboard::server {

PendingConnection::PendingConnection(std::unique_ptr<QTcpSocket> socket,
                                     std::chrono::milliseconds headTime, qsizetype headBytes)
    : m_socket(std::move(socket))
    , m_address(m_socket->peerAddress())
    , m_time(headTime)
    , m_headBytes(headBytes)
{
    m_socket->setParent(nullptr); // the listener would delete it a second time
    m_timer.setSingleShot(true);
    m_timer.start(headTime);
    connect(&m_timer, &QTimer::timeout, this, &PendingConnection::timeOut);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &PendingConnection::readHead);
    // Queued: whoever hears finished() deletes this, and with it the socket that emits.
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &PendingConnection::goodbye,
            Qt::QueuedConnection);
    watchTls();
}

PendingConnection::~PendingConnection() = default;

void PendingConnection::watchTls()
{
    auto *tls = qobject_cast<QSslSocket *>(m_socket.get());
    if (!tls)
        return;
    connect(tls, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        // Others are no end: isOverdue() makes it tell that nothing came.
        const bool isTls = error == QAbstractSocket::SslHandshakeFailedError
            || error == QAbstractSocket::SslInternalError;
        if (isTls && std::exchange(m_isAwaitingRequest, false))
            Q_EMIT failed(Fault::NoTls);
    });
}

void PendingConnection::start()
{
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        QMetaObject::invokeMethod(this, &PendingConnection::finished, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(this, &PendingConnection::readHead, Qt::QueuedConnection);
}

bool PendingConnection::isOverdue(std::chrono::milliseconds patience)
{
    if (!isAwaitingRequest() || m_time - m_timer.remainingTimeAsDuration() < patience)
        return false;
    // A busy loop may only not have come to it yet. With 0 this does not wait.
    if (m_socket)
        m_socket->waitForReadyRead(0);
    return isAwaitingRequest();
}

void PendingConnection::readHead()
{
    // One byte more than allowed tells a head that is too large from one that is not complete. Not
    // more than there is: for what is missing, peek() would make room for good.
    const QByteArray bytes = m_socket->peek(std::min(m_socket->bytesAvailable(), m_headBytes + 1));
    switch (RequestHead::parse(bytes, m_head, m_headBytes)) {
    case RequestHead::Kind::Incomplete:
        return;
    case RequestHead::Kind::TooLarge:
        reject("The request's head is larger than " + QByteArray::number(m_headBytes) + " bytes.");
        return;
    case RequestHead::Kind::Malformed:
        reject("This is not an HTTP request.");
        return;
    case RequestHead::Kind::Complete:
        disconnect(m_socket.get(), &QTcpSocket::readyRead, this, &PendingConnection::readHead);
        m_isAwaitingRequest = false;
        Q_EMIT requestReceived();
        return;
    }
}

void PendingConnection::readBody(qint64 bytes, std::chrono::milliseconds time, bool isAwaited)
{
    m_stage = Stage::Body;
    m_bodyBytes = bytes;
    m_socket->skip(m_head.size());
    m_time = time;
    m_timer.start(time);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &PendingConnection::readOn);
    if (isAwaited && bytes > 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    readOn();
}

void PendingConnection::readOn()
{
    if (m_stage == Stage::Body) {
        m_body += m_socket->read(m_bodyBytes - m_body.size());
        if (m_body.size() < m_bodyBytes)
            return;
    }
    m_socket->readAll(); // a second request: there is one answer, and then the end
    if (m_stage != Stage::Body)
        return;
    m_stage = Stage::Whole;
    m_timer.stop();
    Q_EMIT bodyReceived();
}

void PendingConnection::goodbye()
{
    if (m_stage == Stage::Body)
        Q_EMIT bodyCut();
    Q_EMIT finished();
}

void PendingConnection::reject(const QByteArray &sentence)
{
    Q_EMIT failed(Fault::Malformed);
    answer({400, sentence, {}});
}

void PendingConnection::timeOut()
{
    if (m_stage == Stage::Body) {
        Q_EMIT bodyLate();
        return;
    }
    const bool isLate = std::exchange(m_isAwaitingRequest, false);
    if (isLate)
        Q_EMIT failed(Fault::Late);
    if (isLate && m_socket && m_socket->bytesAvailable() > 0) {
        answer({400, "The request did not come to an end in time.", {}});
        return;
    }
    if (m_socket)
        m_socket->abort();
    Q_EMIT finished();
}

void PendingConnection::answer(const HttpAnswer &answer)
{
    m_isAwaitingRequest = false;
    disconnect(m_socket.get(), &QTcpSocket::readyRead, this, nullptr);
    // What it goes on saying is thrown away: unread bytes would make the kernel reset the
    // connection before the answer is read.
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { m_socket->readAll(); });
    m_socket->readAll();
    m_timer.start(answerWait);
    m_socket->write(answer.toBytes(m_head.method() != "HEAD"));
    const bool isSending = isStillSending();
    m_stage = Stage::Whole;
    if (!isSending || !endSending())
        m_socket->disconnectFromHost();
}

/// By its head: what came of its body was not read to its end.
bool PendingConnection::isStillSending() const
{
    const bool hasBody = m_head.header("content-length").toLongLong() > 0
        || !m_head.header("transfer-encoding").isNull();
    return hasBody && m_stage != Stage::Whole;
}

/// To one that is still sending: closing what it sends into would reset the connection, and with it
/// the answer. It closes by itself when it has read that, or its time is over. False when that
/// cannot be done.
bool PendingConnection::endSending()
{
    const auto *tls = qobject_cast<QSslSocket *>(m_socket.get());
    m_socket->flush();
    return m_socket->bytesToWrite() == 0 && (!tls || tls->encryptedBytesToWrite() == 0)
        && platform::endSending(m_socket->socketDescriptor());
}

std::unique_ptr<QTcpSocket> PendingConnection::takeSocket()
{
    m_timer.stop();
    m_socket->disconnect(this);
    m_socket->skip(m_head.size());
    return std::move(m_socket);
}

} // namespace pressboard::server
