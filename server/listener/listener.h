// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/listener/admission.h"
#include "server/listener/pending_connection.h"
#include "server/platform/direct_send.h"
#include "server/push/hub.h"
#include "server/wire/incoming_limits.h"
#include "shared/base/limits.h"
#include "shared/base/result.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace pressboard::server {

struct ListenerOptions
{
    AdmissionRules rules;
    int maxClients = 20'000;
    int maxClientsPerAddress = 0; ///< 0: as many as maxClients
    /// Connections whose handshake is not done. More wait in the kernel's queue until there is
    /// room, so that those who come back all at once do not push each other out.
    int maxHandshakes = 1024;
    /// While others wait, a connection that has made no request within this time is closed.
    std::chrono::milliseconds patience{1000};
    int backlog = 4096; ///< 50, Qt's, makes 1,000 clients need 8 s to connect
    std::chrono::milliseconds headTime = limits::requestHeadTime;
    qsizetype headBytes = qsizetype(limits::requestHeadBytes);
    IncomingLimits incoming; ///< of a client's frames and messages, once it is in
    std::optional<QSslConfiguration> tls; ///< with certificate and key; else plain TCP
    platform::DirectSend directSend = platform::sendDirectly; ///< of every session's wire
};

/// Where clients come in. Reads the head of the HTTP request itself and answers in plain HTTP
/// whatever is wrong with it, before the WebSocket code sees the socket: so a refusal has a
/// status that people, browsers, proxies and our own client understand.
class Listener : public QObject
{
    Q_OBJECT
public:
    /// Why nobody can be served at the moment; nullopt: clients are let in.
    using Obstacle = std::function<std::optional<QString>()>;

    /// `users` and `hub` must outlive the listener.
    Listener(ListenerOptions options, const UserDirectory &users, Hub &hub, Obstacle obstacle,
             QObject *parent = nullptr);
    ~Listener() override;

    /// Returns the port, which is a free one when 0 was asked for. The error says what to do.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// New connections are refused from now on; sessions are the hub's and stay.
    void close();

private:
    using Number = quint64; ///< of a connection, in the order in which they came
    struct Entry
    {
        std::unique_ptr<PendingConnection> connection;
        std::optional<Admission> admission; ///< once it is let in: the upgrade is under way
    };

    void acceptPending();
    void addPending(std::unique_ptr<QTcpSocket> socket);
    void count(PendingConnection::Fault fault);
    bool makeRoom();
    void acceptLater();
    void handleRequest(Number number);
    bool isCrowded(const QHostAddress &address) const;
    void refuse(PendingConnection &connection, const HttpAnswer &refusal);
    void refuseCrowded(PendingConnection &connection);
    void sendRefusal(PendingConnection &connection, const HttpAnswer &refusal);
    void welcomePending();
    void welcome(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp,
                 Admission admission);
    void leave(const QHostAddress &address);
    void remove(Number number);

    ListenerOptions m_options;
    const UserDirectory &m_users;
    Hub &m_hub;
    Obstacle m_obstacle;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QWebSocketServer> m_webSockets; ///< never listens: it upgrades
    std::map<Number, Entry> m_pending; ///< oldest first
    Number m_lastNumber = 0;
    QHash<PendingConnection::Key, Number> m_upgrading;
    QTimer m_retryAccept; ///< when there is, or may be, room for those in the kernel's queue
    QHash<QHostAddress, int> m_clientsAt;
};

} // namespace pressboard::server
