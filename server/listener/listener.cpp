// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/listener.h"

#include "server/listener/tls_listener.h"
#include "server/logging/logging.h"
#include "server/wire/qt_web_socket_internals.h"
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
    m_webSockets->setMaxPendingConnections(m_options.maxHandshakes);
    m_webSockets->setSupportedSubprotocols({protocol::subprotocol});
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &Listener::acceptPending);
    connect(m_server.get(), &QTcpServer::acceptError, this, &Listener::acceptLater);
    m_retryAccept.setSingleShot(true);
    connect(&m_retryAccept, &QTimer::timeout, this, &Listener::acceptPending);
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
    m_retryAccept.stop();
    while (!m_pending.empty())
        remove(m_pending.begin()->first);
}

/// A connection that finds no room stays with QTcpServer, which then leaves all others in the
/// kernel's queue.
void Listener::acceptPending()
{
    while (m_server->hasPendingConnections()) {
        if (int(m_pending.size()) >= m_options.maxHandshakes && !makeRoom()) {
            m_retryAccept.start(m_options.patience / 4);
            return;
        }
        addPending(std::unique_ptr<QTcpSocket>(m_server->nextPendingConnection()));
    }
}

void Listener::addPending(std::unique_ptr<QTcpSocket> socket)
{
    const Number number = ++m_lastNumber;
    auto connection = std::make_unique<PendingConnection>(std::move(socket), m_options.headTime,
                                                          m_options.headBytes);
    connect(connection.get(), &PendingConnection::requestReceived, this,
            [this, number] { handleRequest(number); });
    connect(connection.get(), &PendingConnection::failed, this, &Listener::count);
    connect(connection.get(), &PendingConnection::finished, this,
            [this, number] { remove(number); });
    connection->start();
    m_pending.emplace(number, Entry{std::move(connection), {}});
}

/// The system has no descriptor left, or no memory: QTcpServer would never try again by itself.
void Listener::acceptLater()
{
    qCWarning(lcPush).noquote() << "Cannot take a connection:" << m_server->errorString();
    QTimer::singleShot(m_options.patience, this, [this] {
        if (m_server->isListening())
            m_server->resumeAccepting();
    });
}

/// Closes the oldest connection that has been silent for too long; false when there is none.
bool Listener::makeRoom()
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(), [](const auto &one) {
        return one.second.connection->isAwaitingRequest(); // all others end by themselves, and soon
    });
    if (found == m_pending.end() || !found->second.connection->isOverdue(m_options.patience))
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

void Listener::handleRequest(Number number)
{
    const auto found = m_pending.find(number);
    if (found == m_pending.end())
        return;
    PendingConnection &connection = *found->second.connection;
    if (const auto refusal = refuseRequest(connection.head(), m_options.rules))
        return refuse(connection, *refusal);
    // Upgrades under way count as clients: many requests may be handled in one turn.
    if (m_hub.sessionCount() + m_upgrading.size() >= m_options.maxClients)
        return refuse(connection, {429, "All places are taken.", {"Retry-After: 10"}});
    if (isCrowded(clientAddress(connection.head(), connection.address(), m_options.rules)))
        return refuseCrowded(connection);
    if (const auto obstacle = m_obstacle())
        return refuse(connection, {503, obstacle->toUtf8(), {"Retry-After: 2"}});
    const auto known = identify(connection.head(), connection.address(), m_options.rules, m_users);
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return refuse(connection, *refusal);
    found->second.admission = std::get<Admission>(known);
    m_upgrading.insert(connection.key(), number);
    ++m_clientsAt[found->second.admission->address];
    m_webSockets->handleConnection(connection.socket());
}

bool Listener::isCrowded(const QHostAddress &address) const
{
    const int limit = m_options.maxClientsPerAddress;
    return limit > 0 && m_clientsAt.value(address) >= limit;
}

void Listener::refuse(PendingConnection &connection, const HttpAnswer &refusal)
{
    ++m_hub.counters().refused[refusal.status];
    sendRefusal(connection, refusal);
}

/// Counted apart from the 429 of a server whose places are all taken.
void Listener::refuseCrowded(PendingConnection &connection)
{
    ++m_hub.counters().crowdedAddress;
    sendRefusal(connection, {429, "Too many connections from this address.", {"Retry-After: 10"}});
}

void Listener::sendRefusal(PendingConnection &connection, const HttpAnswer &refusal)
{
    // Without the query, where a browser puts its token.
    qCInfo(lcPush).noquote()
        << "Refused"
        << clientAddress(connection.head(), connection.address(), m_options.rules).toString()
        << connection.head().path() << "with" << refusal.status << refusal.body;
    connection.answer(refusal);
}

/// QWebSocketServer answers from the loop, so its sockets are matched by their addresses.
void Listener::welcomePending()
{
    while (QWebSocket *upgraded = m_webSockets->nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(upgraded);
        const Number number = m_upgrading.value(PendingConnection::keyOf(*upgraded));
        const auto found = m_pending.find(number);
        if (found == m_pending.end())
            continue;
        Admission admission = *std::exchange(found->second.admission, std::nullopt);
        auto tcp = found->second.connection->takeSocket();
        qt_web_socket_internals::detach(*tcp, *m_webSockets);
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

/// Frees the place that handleRequest() took.
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
    PendingConnection &connection = *found->second.connection;
    if (m_upgrading.value(connection.key()) == number)
        m_upgrading.remove(connection.key());
    if (found->second.admission)
        leave(found->second.admission->address); // it was never welcomed
    // The loop deletes it: it may be inside one of its own signals, and QWebSocketServer may have
    // a signal of its socket still in the queue.
    connection.disconnect(this);
    found->second.connection.release()->deleteLater();
    m_pending.erase(found);
    if (m_server->hasPendingConnections())
        m_retryAccept.start(std::chrono::milliseconds(0));
}

} // namespace pressboard::server
