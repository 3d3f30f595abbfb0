// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/request_head.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace pressboard::server {

struct HttpAnswer;

/// A TCP connection whose HTTP request is still to come or to be answered. The request must come
/// within a time; the connection is then either answered in plain HTTP, at once or once the
/// request's body has come, or upgraded.
class PendingConnection : public QObject
{
    Q_OBJECT
public:
    /// Why there is no request.
    enum class Fault {
        Malformed, ///< or too large: answered with 400
        Late, ///< not complete in time
        NoTls, ///< the handshake of TLS failed
    };

    /// How long the client may take to read the answer.
    static constexpr std::chrono::milliseconds answerWait{2000};

    /// Its request's head must come within `headTime` and have no more than `headBytes`.
    PendingConnection(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds headTime,
                      qsizetype headBytes = qsizetype(limits::requestHeadBytes));
    ~PendingConnection() override;

    /// Reads what came already; requestReceived() or finished() follow from the loop.
    void start();
    const RequestHead &head() const { return m_head; }
    const QHostAddress &address() const { return m_address; } ///< of the other end
    /// Its request is not complete, nor was it answered.
    bool isAwaitingRequest() const { return m_isAwaitingRequest || m_stage == Stage::Body; }
    /// It still awaits its request's head, or its body, after so long. Reads first what has just
    /// arrived, so that requestReceived() or bodyReceived() may be emitted from within.
    bool isOverdue(std::chrono::milliseconds patience);

    /// Awaits so many bytes behind the head, and throws away whatever follows them: bodyReceived()
    /// comes within, or one of the two others. `isAwaited`: tells the client first to go on.
    void readBody(qint64 bytes, std::chrono::milliseconds time, bool isAwaited);
    QByteArray takeBody() { return std::move(m_body); }

    void answer(const HttpAnswer &answer);
    /// The request is fine: the socket is the caller's now. What came behind the head is in it.
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// head() is complete.
    void requestReceived();
    /// It never will be complete; finished() follows.
    void failed(PendingConnection::Fault fault);
    /// takeBody() has it. Maybe from within readBody().
    void bodyReceived();
    void bodyLate(); ///< to be answered
    void bodyCut(); ///< the client went before its end; finished() follows
    /// The connection is gone, its answer is sent, or its time is over. Whoever keeps it deletes
    /// it.
    void finished();

private:
    /// How far its request has come.
    enum class Stage {
        Head,
        Body, ///< its head is judged
        Whole, ///< nothing more is awaited; also what was answered, or is nothing
    };

    void readHead();
    void readOn();
    void goodbye();
    bool isStillSending() const;
    bool endSending();
    void reject(const QByteArray &sentence);
    void timeOut();
    void watchTls();

    std::unique_ptr<QTcpSocket> m_socket; ///< null once taken
    QHostAddress m_address;
    std::chrono::milliseconds m_time; ///< for its head, or its body
    qsizetype m_headBytes;
    bool m_isAwaitingRequest = true;
    Stage m_stage = Stage::Head;
    RequestHead m_head;
    qint64 m_bodyBytes = 0; ///< that there will be
    QByteArray m_body; ///< what came of it
    QTimer m_timer;
};

} // namespace pressboard::server
