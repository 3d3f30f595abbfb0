// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/request_head.h"

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
class Caller : public QObject
{
    Q_OBJECT
public:
    /// How long a caller may take to read the answer.
    static constexpr std::chrono::milliseconds answerWait{2000};

    /// Its request's head must come within `headTime` and have no more than `headBytes`.
    Caller(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds headTime,
           qsizetype headBytes = qsizetype(limits::requestHeadBytes));
    ~Caller() override;

    /// Looks at what came already; spoke() or left() follow from the loop.
    void listen();
    const RequestHead &head() const { return m_head; }
    QTcpSocket *socket() const { return m_socket; }
    QHostAddress address() const;
    /// Is this WebSocket the one over our socket?
    bool isAt(const QWebSocket &upgraded) const;

    void answer(const HttpAnswer &answer);
    /// Upgraded: the socket is somebody else's now.
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// head() is complete.
    void spoke();
    /// Nothing more will come of it: gone, answered and done, or out of time.
    void left();

private:
    void readHead();
    void timeOut();

    /// Ours, but QWebSocketServer deletes the sockets whose upgrade it sees fail.
    QPointer<QTcpSocket> m_socket;
    qsizetype m_headBytes;
    RequestHead m_head;
    QTimer m_timer;
};

} // namespace pressboard::server
