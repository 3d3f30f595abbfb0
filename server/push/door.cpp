// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/door.h"

#include "server/ops/logging.h"
#include "server/push/caller.h"
#include "server/push/web_socket_wire.h"
#include "shared/protocol/messages.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

namespace pressboard::server {

namespace {

std::unique_ptr<QTcpServer> newListener(const DoorOptions &options)
{
    if (!options.tls)
        return std::make_unique<QTcpServer>();
    auto listener = std::make_unique<QSslServer>();
    listener->setSslConfiguration(*options.tls);
    listener->setHandshakeTimeout(int(options.headTime.count()));
    return listener;
}

QString sentenceFor(const QHostAddress &address, quint16 port, const QTcpServer &listener)
{
    const QString place = QStringLiteral("%1:%2").arg(address.toString()).arg(port);
    if (listener.serverError() == QAbstractSocket::AddressInUseError) {
        return QStringLiteral("Cannot listen on %1: another program does. Stop it, or choose "
                              "another address with --listen.")
            .arg(place);
    }
    return QStringLiteral("Cannot listen on %1: %2. Choose an address of this computer with "
                          "--listen; a port below 1024 needs root.")
        .arg(place, listener.errorString());
}

} // namespace

Door::Door(DoorOptions options, const UserDirectory &users, Hub &hub, Obstacle obstacle,
           QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_users(users)
    , m_hub(hub)
    , m_obstacle(std::move(obstacle))
    , m_server(newListener(m_options))
    , m_webSockets(std::make_unique<QWebSocketServer>(QStringLiteral("Pressboard"),
                                                      QWebSocketServer::NonSecureMode))
{
    m_server->setListenBacklogSize(m_options.backlog);
    m_server->setMaxPendingConnections(m_options.backlog);
    m_webSockets->setMaxPendingConnections(m_options.maxCallers);
    m_webSockets->setSupportedSubprotocols({protocol::subprotocol});
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Door::acceptPending);
    connect(m_webSockets.get(), &QWebSocketServer::newConnection, this, &Door::welcomePending);
}

Door::~Door() = default;

Result<quint16> Door::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port))
        return Error{sentenceFor(address, port, *m_server)};
    return m_server->serverPort();
}

void Door::close()
{
    m_server->close();
    while (!m_callers.empty())
        remove(*m_callers.front().caller);
}

void Door::acceptPending()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        // The one that dawdles longest makes room: whoever has something to say has said it.
        if (int(m_callers.size()) >= m_options.maxCallers)
            remove(*m_callers.front().caller);
        auto caller = std::make_unique<Caller>(std::unique_ptr<QTcpSocket>(socket),
                                               m_options.headTime, m_options.headBytes);
        Caller &called = *caller;
        connect(&called, &Caller::spoke, this, [this, &called] { judge(called); });
        connect(&called, &Caller::left, this, [this, &called] { remove(called); });
        m_callers.push_back({std::move(caller), {}});
        called.listen();
    }
}

void Door::judge(Caller &caller)
{
    const auto found = find(caller);
    if (found == m_callers.end())
        return;
    if (const auto refusal = refuseRequest(caller.head(), m_options.rules))
        return refuse(caller, *refusal);
    const QHostAddress address = clientAddress(caller.head(), caller.address(), m_options.rules);
    if (const auto refusal = refuseCrowd(address))
        return refuse(caller, *refusal);
    if (const auto obstacle = m_obstacle())
        return refuse(caller, {503, obstacle->toUtf8(), {"Retry-After: 2"}});
    const auto known = identify(caller.head(), caller.address(), m_options.rules, m_users);
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return refuse(caller, *refusal);
    found->admission = std::get<Admission>(known);
    m_webSockets->handleConnection(caller.socket());
}

std::optional<HttpAnswer> Door::refuseCrowd(const QHostAddress &address) const
{
    const int limit = m_options.maxClientsPerAddress;
    if (m_hub.sessionCount() >= m_options.maxClients)
        return HttpAnswer{429, "All places are taken.", {"Retry-After: 10"}};
    if (limit > 0 && m_clientsAt.value(address) >= limit)
        return HttpAnswer{429, "Too many connections from this address.", {"Retry-After: 10"}};
    return std::nullopt;
}

void Door::refuse(Caller &caller, const HttpAnswer &refusal)
{
    // Without the query, where a browser puts its token.
    qCInfo(lcPush).noquote() << "Refused"
                             << clientAddress(caller.head(), caller.address(), m_options.rules)
                                    .toString()
                             << caller.head().path() << "with" << refusal.status << refusal.body;
    caller.answer(refusal);
}

/// QWebSocketServer answers from the loop, so its sockets are matched by the place they are at.
void Door::welcomePending()
{
    while (QWebSocket *upgraded = m_webSockets->nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(upgraded);
        const auto found = std::find_if(m_callers.begin(), m_callers.end(), [&](const Entry &entry) {
            return entry.admission && entry.caller->isAt(*upgraded);
        });
        if (found == m_callers.end())
            continue;
        Admission admission = std::move(*found->admission);
        auto tcp = found->caller->takeSocket();
        tcp->disconnect(m_webSockets.get()); // which would delete it when it disconnects
        remove(*found->caller);
        welcome(std::move(socket), std::move(tcp), std::move(admission));
    }
}

void Door::welcome(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp,
                   Admission admission)
{
    const QHostAddress address = admission.address;
    auto wire = std::make_unique<WebSocketWire>(std::move(socket), std::move(tcp),
                                                address.toString(), m_options.incoming,
                                                m_options.directSend);
    ++m_clientsAt[address];
    connect(wire.get(), &Wire::closed, this, [this, address] {
        if (--m_clientsAt[address] <= 0)
            m_clientsAt.remove(address);
    });
    qCInfo(lcPush).noquote() << address.toString() << "came in as" << admission.identity.user
                             << (admission.dialect == Viewer::Dialect::V1 ? "(v1)" : "(classic)");
    m_hub.welcome(std::move(wire), {std::move(admission.identity), std::move(admission.tokenHash),
                                    admission.dialect});
}

std::vector<Door::Entry>::iterator Door::find(const Caller &caller)
{
    return std::find_if(m_callers.begin(), m_callers.end(),
                        [&](const Entry &entry) { return entry.caller.get() == &caller; });
}

void Door::remove(Caller &caller)
{
    const auto found = find(caller);
    if (found == m_callers.end())
        return;
    // The loop deletes it: it may be inside one of its own signals, and QWebSocketServer may have
    // a signal of its socket still in the queue.
    caller.disconnect(this);
    found->caller.release()->deleteLater();
    m_callers.erase(found);
}

} // namespace pressboard::server
