// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/listener/admission.h"
#include "server/listener/http_calls.h"
#include "server/listener/pending_connection.h"
#include "server/listener/refusal_log.h"
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

namespace pressboard::server {

struct ListenerOptions
{
    AdmissionRules rules;
    int maxClients = 20'000;
    // 0: as many as maxClients. An IPv6 address is its whole /64.
    int maxClientsPerAddress = 0;
    int maxClientsPerUser = 0; ///< of those that are somebody
    /// Connections whose handshake is not done. More wait in the kernel's queue until there is
    /// room, so that those who come back all at once do not push each other out.
    int maxHandshakes = 1024;
    /// The same for one address, or IPv6 /64, that is no trusted proxy; more are closed at once, so
    /// that nobody waits behind thousands of one party. 0: no bound of its own.
    int maxHandshakesPerAddress = 32;
    /// While others wait, a connection that has made no request within this time is closed; so is
    /// one whose request's body has not come within it.
    std::chrono::milliseconds patience{1000};
    int backlog = 4096; ///< 50, Qt's, makes 1,000 clients need 8 s to connect
    std::chrono::milliseconds headTime = limits::requestHeadTime;
    qsizetype headBytes = qsizetype(limits::requestHeadBytes);
    HttpCallLimits calls; ///< of requests that are no WebSocket
    IncomingLimits incoming; ///< of a client's frames and messages, once it is in
    std::optional<QSslConfiguration> tls; ///< with certificate and key; else plain TCP
    platform::DirectSend directSend = platform::sendDirectly; ///< of every session's wire
};

/// Where clients come in. Reads the head of the HTTP request and answers in plain HTTP whatever is
/// wrong with it: so a refusal has a status that people, browsers, proxies and our own client
/// understand. Nobody judges the request a second time.
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
    /// What there is beside the WebSocket; it must outlive the listener. Nothing at first.
    void setService(HttpService &service) { m_calls.setService(&service); }
    /// New connections are refused from now on; sessions are the hub's and stay.
    void close();
    /// What counts for those who come from now on; who is in stays. All but `tls` and `backlog`.
    void setOptions(ListenerOptions options);
    /// A renewed certificate, for those who come from now on; only where there was one.
    void setTls(const QSslConfiguration &tls);

private:
    using Number = quint64; ///< of a connection, in the order in which they came
    void acceptPending();
    void addPending(std::unique_ptr<QTcpSocket> socket);
    void count(PendingConnection::Fault fault);
    bool makeRoom();
    void acceptLater();
    void handleRequest(Number number);
    void admit(Number number, Admission admission);
    bool isCrowdedAtTheDoor(const QHostAddress &network) const;
    static bool isFull(int count, int limit);
    void refuse(PendingConnection &connection, const HttpAnswer &refusal);
    void refuseCrowded(PendingConnection &connection, const QByteArray &sentence);
    void sendRefusal(PendingConnection &connection, const HttpAnswer &refusal);
    void welcome(std::unique_ptr<QTcpSocket> tcp, Admission admission);
    void remove(Number number);

    ListenerOptions m_options;
    const UserDirectory &m_users;
    Hub &m_hub;
    Obstacle m_obstacle;
    RefusalLog m_refusalLog;
    HttpCalls m_calls;
    std::unique_ptr<QTcpServer> m_server;
    std::map<Number, std::unique_ptr<PendingConnection>> m_pending; ///< oldest first
    Number m_lastNumber = 0;
    QTimer m_retryAccept; ///< when there is, or may be, room for those in the kernel's queue
    // By network, and by user; "" is all who are nobody in particular.
    QHash<QHostAddress, int> m_pendingAt;
    QHash<QHostAddress, int> m_clientsAt;
    QHash<QString, int> m_clientsOf;
};

} // namespace pressboard::server
