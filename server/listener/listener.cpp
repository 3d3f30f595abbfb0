// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/listener.h"

#include "server/listener/tls_listener.h"
#include "server/logging/logging.h"
#include "server/wire/web_socket_wire.h"
#include "shared/protocol/messages.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

namespace pressboard::server {

namespace {

std::unique_ptr<QTcpServer> newListener(const ListenerOptions &options)
{
    if (options.tls)
        return std::make_unique<TlsListener>(*options.tls);
    return std::make_unique<QTcpServer>();
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

Listener::Listener(ListenerOptions options, const UserDirectory &users, Hub &hub, Obstacle obstacle,
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
    m_server->setMaxPendingConnections(1); // all others wait in the kernel's queue
    m_webSockets->setMaxPendingConnections(m_options.maxCallers);
    m_webSockets->setSupportedSubprotocols({protocol::subprotocol});
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &Listener::acceptPending);
    connect(m_server.get(), &QTcpServer::acceptError, this, &Listener::acceptLater);
    m_room.setSingleShot(true);
    connect(&m_room, &QTimer::timeout, this, &Listener::acceptPending);
    connect(m_webSockets.get(), &QWebSocketServer::newConnection, this, &Listener::welcomePending);
}

Listener::~Listener() = default;

Result<quint16> Listener::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port))
        return Error{sentenceFor(address, port, *m_server)};
    return m_server->serverPort();
}

void Listener::close()
{
    m_server->close();
    m_room.stop();
    while (!m_pending.empty())
        remove(m_pending.begin()->first);
}

/// Who finds no room stays with the listener, which then leaves all others in the kernel's queue.
void Listener::acceptPending()
{
    while (m_server->hasPendingConnections()) {
        if (int(m_pending.size()) >= m_options.maxCallers && !makeRoom()) {
            m_room.start(m_options.patience / 4);
            return;
        }
        take(std::unique_ptr<QTcpSocket>(m_server->nextPendingConnection()));
    }
}

void Listener::take(std::unique_ptr<QTcpSocket> socket)
{
    const Number number = ++m_lastNumber;
    auto caller = std::make_unique<PendingConnection>(std::move(socket), m_options.headTime,
                                                      m_options.headBytes);
    connect(caller.get(), &PendingConnection::spoke, this, [this, number] { judge(number); });
    connect(caller.get(), &PendingConnection::failed, this, &Listener::count);
    connect(caller.get(), &PendingConnection::left, this, [this, number] { remove(number); });
    caller->listen();
    m_pending.emplace(number, Entry{std::move(caller), {}});
}

/// The system has no descriptor left, or no memory: the listener would never try again by itself.
void Listener::acceptLater()
{
    qCWarning(lcPush).noquote() << "Cannot take a connection:" << m_server->errorString();
    QTimer::singleShot(m_options.patience, this, [this] {
        if (m_server->isListening())
            m_server->resumeAccepting();
    });
}

/// Those who wait may have something to say; whoever has been silent for a while has not.
bool Listener::makeRoom()
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(), [](const auto &one) {
        return one.second.caller->isAwaited(); // all others leave by themselves, and soon
    });
    if (found == m_pending.end() || !found->second.caller->dawdles(m_options.patience))
        return false;
    remove(found->first);
    ++m_hub.counters().pushedOut;
    return true;
}

void Listener::count(PendingConnection::Fault fault)
{
    if (fault == PendingConnection::Fault::Late)
        ++m_hub.counters().lateHeads;
    else
        ++m_hub.counters().refused[400];
}

void Listener::judge(Number number)
{
    const auto found = m_pending.find(number);
    if (found == m_pending.end())
        return;
    PendingConnection &caller = *found->second.caller;
    if (const auto refusal = refuseRequest(caller.head(), m_options.rules))
        return refuse(caller, *refusal);
    // The upgrades under way have their places already: many may be judged in one turn.
    if (m_hub.sessionCount() + m_upgrading.size() >= m_options.maxClients)
        return refuse(caller, {429, "All places are taken.", {"Retry-After: 10"}});
    if (isCrowded(clientAddress(caller.head(), caller.address(), m_options.rules)))
        return refuseCrowded(caller);
    if (const auto obstacle = m_obstacle())
        return refuse(caller, {503, obstacle->toUtf8(), {"Retry-After: 2"}});
    const auto known = identify(caller.head(), caller.address(), m_options.rules, m_users);
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return refuse(caller, *refusal);
    found->second.admission = std::get<Admission>(known);
    m_upgrading.insert(caller.place(), number);
    ++m_clientsAt[found->second.admission->address];
    m_webSockets->handleConnection(caller.socket());
}

bool Listener::isCrowded(const QHostAddress &address) const
{
    const int limit = m_options.maxClientsPerAddress;
    return limit > 0 && m_clientsAt.value(address) >= limit;
}

void Listener::refuse(PendingConnection &caller, const HttpAnswer &refusal)
{
    ++m_hub.counters().refused[refusal.status];
    turnAway(caller, refusal);
}

/// Counted apart from the 429 of a full house.
void Listener::refuseCrowded(PendingConnection &caller)
{
    ++m_hub.counters().crowdedAddress;
    turnAway(caller, {429, "Too many connections from this address.", {"Retry-After: 10"}});
}

void Listener::turnAway(PendingConnection &caller, const HttpAnswer &refusal)
{
    // Without the query, where a browser puts its token.
    qCInfo(lcPush).noquote()
        << "Refused" << clientAddress(caller.head(), caller.address(), m_options.rules).toString()
        << caller.head().path() << "with" << refusal.status << refusal.body;
    caller.answer(refusal);
}

/// QWebSocketServer answers from the loop, so its sockets are matched by the place they are at.
void Listener::welcomePending()
{
    while (QWebSocket *upgraded = m_webSockets->nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(upgraded);
        const Number number = m_upgrading.value(PendingConnection::placeOf(*upgraded));
        const auto found = m_pending.find(number);
        if (found == m_pending.end())
            continue;
        Admission admission = *std::exchange(found->second.admission, std::nullopt);
        auto tcp = found->second.caller->takeSocket();
        tcp->disconnect(m_webSockets.get()); // which would delete it when it disconnects
        remove(number);
        welcome(std::move(socket), std::move(tcp), std::move(admission));
    }
}

void Listener::welcome(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp,
                       Admission admission)
{
    const QHostAddress address = admission.address;
    auto wire =
        std::make_unique<WebSocketWire>(std::move(socket), std::move(tcp), address.toString(),
                                        m_options.incoming, m_hub.counters(), m_options.directSend);
    ++m_hub.counters().accepted;
    connect(wire.get(), &Wire::closed, this, [this, address] { leave(address); });
    qCInfo(lcPush).noquote() << address.toString() << "came in as" << admission.identity.user
                             << (admission.dialect == Viewer::Dialect::V1 ? "(v1)" : "(classic)");
    m_hub.welcome(
        std::move(wire),
        {std::move(admission.identity), std::move(admission.tokenHash), admission.dialect});
}

/// The place that judge() gave it is free again.
void Listener::leave(const QHostAddress &address)
{
    const auto clients = m_clientsAt.find(address);
    if (clients != m_clientsAt.end() && --*clients == 0)
        m_clientsAt.erase(clients);
}

void Listener::remove(Number number)
{
    const auto found = m_pending.find(number);
    if (found == m_pending.end())
        return;
    PendingConnection &caller = *found->second.caller;
    if (m_upgrading.value(caller.place()) == number)
        m_upgrading.remove(caller.place());
    if (found->second.admission)
        leave(found->second.admission->address); // it was never welcomed
    // The loop deletes it: it may be inside one of its own signals, and QWebSocketServer may have
    // a signal of its socket still in the queue.
    caller.disconnect(this);
    found->second.caller.release()->deleteLater();
    m_pending.erase(found);
    if (m_server->hasPendingConnections())
        m_room.start(std::chrono::milliseconds(0));
}

} // namespace pressboard::server
