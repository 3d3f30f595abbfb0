// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/request_head.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>

class QWebSocket;

namespace pressboard::server {

struct HttpAnswer;

/// A TCP connection whose HTTP request is still to come or to be answered. The request must come
/// within a time; the connection is then either answered in plain HTTP or upgraded.
class PendingConnection : public QObject
{
    Q_OBJECT
public:
    /// The addresses of both ends. No two open connections share them.
    struct Key
    {
        QHostAddress peer;
        quint16 peerPort = 0;
        QHostAddress local; ///< a server that listens everywhere has several
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.peer, key.peerPort, key.local);
        }
    };
    static Key keyOf(const QWebSocket &socket);

    /// Why there is no request.
    enum class Fault {
        Malformed, ///< or too large: answered with 400
        Late, ///< not complete in time
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
    QTcpSocket *socket() const { return m_socket; }
    const QHostAddress &address() const { return m_key.peer; }
    /// Of the WebSocket over our socket, too.
    const Key &key() const { return m_key; }
    /// The head of its request is not complete, nor was it answered.
    bool isAwaitingRequest() const { return m_isAwaitingRequest; }
    /// It still awaits its request after so long. Reads first what has just arrived, so that
    /// requestReceived() may be emitted from within.
    bool isOverdue(std::chrono::milliseconds patience);

    void answer(const HttpAnswer &answer);
    /// After the upgrade: the socket is the caller's now.
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// head() is complete.
    void requestReceived();
    /// It never will be complete; finished() follows.
    void failed(PendingConnection::Fault fault);
    /// The connection is gone, its answer is sent, or its time is over. Whoever keeps it deletes
    /// it.
    void finished();

private:
    void readHead();
    void reject(const QByteArray &sentence);
    void timeOut();

    /// Ours, but QWebSocketServer deletes the sockets whose upgrade it sees fail.
    QPointer<QTcpSocket> m_socket;
    Key m_key;
    std::chrono::milliseconds m_headTime;
    qsizetype m_headBytes;
    bool m_isAwaitingRequest = true;
    RequestHead m_head;
    QTimer m_timer;
};

} // namespace pressboard::server
