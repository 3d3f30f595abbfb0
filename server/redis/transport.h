// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>

#include <memory>

class QIODevice;
class QLocalSocket;

namespace pressboard::server::redis {

/// One attempt's socket, TCP, TLS or Unix, behind one face. Made for one attempt and thrown away.
/// Host names are resolved without blocking, certificates are checked against the system's CAs,
/// or against those that the endpoint names.
class Transport : public QObject
{
    Q_OBJECT
public:
    explicit Transport(const Endpoint &endpoint);

    /// Closes at once, emits nothing more, and deletes itself: a socket must not be deleted inside
    /// one of its own signals, and that is where most connections end.
    void discard();

    void open();
    void write(const QByteArray &bytes);
    QByteArray readAll();
    qint64 unsentBytes() const;
    QHostAddress peerAddress() const; ///< null for a Unix socket, and before opened()
    /// Takes what has arrived although the event loop has not seen it yet; never waits. True when
    /// there was something (readyRead was emitted).
    bool poll();

Q_SIGNALS:
    void opened(); ///< for TLS: after the handshake
    void readyRead();
    /// Could not connect, or broke. Nothing comes after it.
    void failed(const QString &reason);

private:
    void makeLocal();
    void makeTcp();
    void makeTls();
    void follow(QAbstractSocket *socket);
    template<typename Action> void busyWith(Action action);
    void fail(QAbstractSocket::SocketError error, const QString &system);

    Endpoint m_endpoint;
    QIODevice *m_device = nullptr;
    QAbstractSocket *m_socket = nullptr; ///< null for a Unix socket
    QLocalSocket *m_local = nullptr; ///< null for TCP and TLS
    bool m_busy = false; ///< one of the socket's functions is on the stack
    bool m_polling = false;
};

struct DiscardTransport
{
    void operator()(Transport *transport) const { transport->discard(); }
};
using TransportPointer = std::unique_ptr<Transport, DiscardTransport>;

} // namespace pressboard::server::redis
