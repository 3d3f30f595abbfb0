// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/listener.h"

#include "server/listener/client_address.h"
#include "server/listener/tls_listener.h"
#include "server/listener/upgrade_answer.h"
#include "server/logging/logging.h"
#include "server/wire/web_socket_wire.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

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

template<typename Key> void takeOne(QHash<Key, int> &counts, const Key &key)
{
    const auto found = counts.find(key);
    if (found != counts.end() && --*found == 0)
        counts.erase(found);
}

} // namespace

Listener::Listener(ListenerOptions options, const UserDirectory &users, Hub &hub, Obstacle obstacle,
                   QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_users(users)
    , m_hub(hub)
    , m_obstacle(std::move(obstacle))
    , m_calls(m_options.rules, users, m_obstacle, hub.counters(), m_refusalLog)
    , m_server(newListener(m_options))
{
    m_calls.setLimits(m_options.calls);
    m_server->setListenBacklogSize(m_options.backlog);
    m_server->setMaxPendingConnections(1); // all others wait in the kernel's queue
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &Listener::acceptPending);
    connect(m_server.get(), &QTcpServer::acceptError, this, &Listener::acceptLater);
    m_retryAccept.setSingleShot(true);
    connect(&m_retryAccept, &QTimer::timeout, this, &Listener::acceptPending);
}

Listener::~Listener() = default;

Result<quint16> Listener::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port))
        return Error{sentenceFor(address, port, *m_server)};
    return m_server->serverPort();
}

void Listener::setOptions(ListenerOptions options)
{
    options.tls = m_options.tls;
    options.backlog = m_options.backlog;
    m_options = std::move(options);
    m_calls.setLimits(m_options.calls);
}

void Listener::setTls(const QSslConfiguration &tls)
{
    if (auto *listener = qobject_cast<TlsListener *>(m_server.get()))
        listener->setConfiguration(tls);
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
    const QHostAddress network = networkOf(socket->peerAddress());
    if (isCrowdedAtTheDoor(network)) {
        ++m_hub.counters().crowdedHandshakes;
        return; // and with it goes the socket
    }
    ++m_pendingAt[network];
    if (auto *tls = qobject_cast<QSslSocket *>(socket.get()))
        tls->startServerEncryption();
    const Number number = ++m_lastNumber;
    auto connection = std::make_unique<PendingConnection>(std::move(socket), m_options.headTime,
                                                          m_options.headBytes);
    connect(connection.get(), &PendingConnection::requestReceived, this,
            [this, number] { handleRequest(number); });
    connect(connection.get(), &PendingConnection::failed, this, &Listener::count);
    connect(connection.get(), &PendingConnection::finished, this,
            [this, number] { remove(number); });
    connection->start();
    m_pending.emplace(number, std::move(connection));
}

/// A proxy is many: it has its own bounds.
bool Listener::isCrowdedAtTheDoor(const QHostAddress &network) const
{
    const int limit = m_options.maxHandshakesPerAddress;
    return limit > 0 && m_pendingAt.value(network) >= limit
        && !m_options.rules.trustedProxies.contains(network);
}

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
        return one.second->isAwaitingRequest(); // all others end by themselves, and soon
    });
    if (found == m_pending.end() || !found->second->isOverdue(m_options.patience))
        return false;
    remove(found->first);
    ++m_hub.counters().pushedOut;
    return true;
}

void Listener::count(PendingConnection::Fault fault)
{
    switch (fault) {
    case PendingConnection::Fault::Malformed:
        ++m_hub.counters().refused[400];
        return;
    case PendingConnection::Fault::Late:
        ++m_hub.counters().lateHeads;
        return;
    case PendingConnection::Fault::NoTls:
        ++m_hub.counters().tlsFailed;
        return;
    }
}

void Listener::handleRequest(Number number)
{
    const auto found = m_pending.find(number);
    if (found == m_pending.end())
        return;
    PendingConnection &connection = *found->second;
    const RequestHead &head = connection.head();
    if (m_calls.isOne(head))
        return m_calls.handle(connection);
    if (const auto refusal = refuseRequest(head, connection.address(), m_options.rules))
        return refuse(connection, *refusal);
    if (m_hub.sessionCount() >= m_options.maxClients)
        return refuse(connection, {429, "All places are taken.", {"Retry-After: 10"}});
    const QHostAddress client = clientAddress(head, connection.address(), m_options.rules);
    if (isFull(m_clientsAt.value(networkOf(client)), m_options.maxClientsPerAddress)) {
        ++m_hub.counters().crowdedAddress;
        return refuseCrowded(connection, "Too many connections from this address.");
    }
    if (const auto obstacle = m_obstacle())
        return refuse(connection, {503, obstacle->toUtf8(), {"Retry-After: 2"}});
    auto known = identify(head, connection.address(), m_options.rules, m_users);
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return refuse(connection, *refusal);
    admit(number, std::get<Admission>(std::move(known)));
}

void Listener::admit(Number number, Admission admission)
{
    PendingConnection &connection = *m_pending.at(number);
    // Who may be anybody is counted by addresses alone.
    const bool isSomebody = !admission.identity.isAnybody();
    if (isSomebody
        && isFull(m_clientsOf.value(admission.identity.user), m_options.maxClientsPerUser)) {
        ++m_hub.counters().crowdedUser;
        return refuseCrowded(connection, "Too many connections of this user.");
    }
    auto tcp = connection.takeSocket();
    tcp->write(upgradeAnswer(connection.head(), admission.dialect));
    tcp->flush();
    remove(number);
    welcome(std::move(tcp), std::move(admission));
}

bool Listener::isFull(int count, int limit)
{
    return limit > 0 && count >= limit;
}

void Listener::refuse(PendingConnection &connection, const HttpAnswer &refusal)
{
    ++m_hub.counters().refused[refusal.status];
    sendRefusal(connection, refusal);
}

/// Counted apart from the 429 of a server whose places are all taken.
void Listener::refuseCrowded(PendingConnection &connection, const QByteArray &sentence)
{
    sendRefusal(connection, {429, sentence, {"Retry-After: 10"}});
}

void Listener::sendRefusal(PendingConnection &connection, const HttpAnswer &refusal)
{
    m_refusalLog.note(clientAddress(connection.head(), connection.address(), m_options.rules),
                      connection.head(), refusal);
    connection.answer(refusal);
}

void Listener::welcome(std::unique_ptr<QTcpSocket> tcp, Admission admission)
{
    const QHostAddress network = networkOf(admission.address);
    const QString user = admission.identity.isAnybody() ? QString() : admission.identity.user;
    ++m_clientsAt[network];
    ++m_clientsOf[user];
    auto wire =
        std::make_unique<WebSocketWire>(std::move(tcp), admission.address.toString(),
                                        m_options.incoming, m_hub.counters(), m_options.directSend);
    ++m_hub.counters().accepted;
    connect(wire.get(), &Wire::closed, this, [this, network, user] {
        takeOne(m_clientsAt, network);
        takeOne(m_clientsOf, user);
    });
    qCInfo(lcPush).noquote() << admission.address.toString() << "came in as"
                             << admission.identity.user
                             << (admission.dialect == Viewer::Dialect::V1 ? "(v1)" : "(classic)");
    m_hub.welcome(std::move(wire),
                  {std::move(admission.identity), std::move(admission.tokenHash), admission.dialect,
                   std::move(admission.grant)});
}

void Listener::remove(Number number)
{
    const auto found = m_pending.find(number);
    if (found == m_pending.end())
        return;
    takeOne(m_pendingAt, networkOf(found->second->address()));
    // The loop deletes it: it may be inside one of its own signals.
    found->second->disconnect(this);
    found->second.release()->deleteLater();
    m_pending.erase(found);
    if (m_server->hasPendingConnections())
        m_retryAccept.start(std::chrono::milliseconds(0));
}

} // namespace pressboard::server
