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

/// A TCP connection before it was let in: it must say what it wants within a time, is then
/// either answered in plain HTTP or upgraded.
class PendingConnection : public QObject
{
    Q_OBJECT
public:
    /// Both ends of a connection, as far as they differ: no two open ones share it.
    struct Place
    {
        QHostAddress peer;
        quint16 peerPort = 0;
        QHostAddress local; ///< a server that listens everywhere has several
        bool operator==(const Place &) const = default;
        friend size_t qHash(const Place &place, size_t seed = 0)
        {
            return qHashMulti(seed, place.peer, place.peerPort, place.local);
        }
    };
    static Place placeOf(const QWebSocket &socket);

    /// Why there is no request.
    enum class Fault {
        Malformed, ///< or too large: answered with 400
        Late, ///< not complete in time
    };

    /// How long a caller may take to read the answer.
    static constexpr std::chrono::milliseconds answerWait{2000};

    /// Its request's head must come within `headTime` and have no more than `headBytes`.
    PendingConnection(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds headTime,
                      qsizetype headBytes = qsizetype(limits::requestHeadBytes));
    ~PendingConnection() override;

    /// Looks at what came already; spoke() or left() follow from the loop.
    void listen();
    const RequestHead &head() const { return m_head; }
    QTcpSocket *socket() const { return m_socket; }
    const QHostAddress &address() const { return m_place.peer; }
    /// Of the WebSocket over our socket, too.
    const Place &place() const { return m_place; }
    /// It owes us its request: its head is not complete, nor was it answered.
    bool isAwaited() const { return m_isAwaited; }
    /// That after so long. Hears first what it may just have said; spoke() may come from within.
    bool dawdles(std::chrono::milliseconds patience);

    void answer(const HttpAnswer &answer);
    /// Upgraded: the socket is somebody else's now.
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// head() is complete.
    void spoke();
    /// It never will be; left() follows.
    void failed(PendingConnection::Fault fault);
    /// Nothing more will come of it: gone, answered and done, or out of time.
    void left();

private:
    void readHead();
    void reject(const QByteArray &sentence);
    void timeOut();

    /// Ours, but QWebSocketServer deletes the sockets whose upgrade it sees fail.
    QPointer<QTcpSocket> m_socket;
    Place m_place;
    std::chrono::milliseconds m_headTime;
    qsizetype m_headBytes;
    bool m_isAwaited = true;
    RequestHead m_head;
    QTimer m_timer;
};

} // namespace pressboard::server
