// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ops_server.h"

#include "server/auth/token.h"
#include "server/listener/http_answer.h"
#include "server/listener/pending_connection.h"
#include "server/metrics/exposition.h"
#include "shared/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr std::size_t maxPending = 64; // probes come one by one; beyond, the oldest goes

HttpAnswer readiness(const QStringList &missing, QJsonObject object)
{
    object.insert(QStringLiteral("ready"), missing.isEmpty());
    if (!missing.isEmpty())
        object.insert(QStringLiteral("reasons"), QJsonArray::fromStringList(missing));
    return {missing.isEmpty() ? 200 : 503,
            QJsonDocument(object).toJson(QJsonDocument::Compact),
            {},
            "application/json"};
}

} // namespace

OpsServer::OpsServer(Readiness whatIsMissing, Facts facts, QObject *parent)
    : QObject(parent)
    , m_whatIsMissing(std::move(whatIsMissing))
    , m_facts(std::move(facts))
    , m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &OpsServer::acceptPending);
}

OpsServer::~OpsServer() = default;

Result<quint16> OpsServer::listen(const QHostAddress &address, quint16 port)
{
    if (m_server->listen(address, port))
        return m_server->serverPort();
    return Error{QStringLiteral("Cannot listen on %1:%2 for operators: %3. Choose "
                                "another address with --ops.")
                     .arg(address.toString())
                     .arg(port)
                     .arg(m_server->errorString())};
}

void OpsServer::close()
{
    m_server->close();
    m_pending.clear();
}

void OpsServer::acceptPending()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (m_pending.size() >= maxPending)
            m_pending.erase(m_pending.begin());
        m_pending.push_back(std::make_unique<PendingConnection>(std::unique_ptr<QTcpSocket>(socket),
                                                                limits::requestHeadTime));
        PendingConnection &connection = *m_pending.back();
        connect(&connection, &PendingConnection::requestReceived, this,
                [this, &connection] { answer(connection); });
        connect(&connection, &PendingConnection::finished, this,
                [this, &connection] { remove(connection); });
        connection.start();
    }
}

void OpsServer::setToken(const QByteArray &token)
{
    m_tokenHash = token.isEmpty() ? QByteArray() : tokenHash(token);
}

void OpsServer::answer(PendingConnection &connection) const
{
    connection.answer(mayAsk(connection)
                          ? answerTo(connection.head())
                          : HttpAnswer{401,
                                       "Other machines need the token of ops-token here: "
                                       "Authorization: Bearer …",
                                       {"WWW-Authenticate: Bearer"}});
}

HttpAnswer OpsServer::answerTo(const RequestHead &head) const
{
    if (head.method() != "GET" && head.method() != "HEAD")
        return {405, "Only GET and HEAD are understood here.", {"Allow: GET, HEAD"}};
    if (head.path() == "/healthz")
        return {200, "ok", {}};
    if (head.path() == "/readyz")
        return readiness(m_whatIsMissing(), m_facts ? m_facts() : QJsonObject());
    if (head.path() == "/metrics" && m_metrics)
        return {200, m_metrics(), {}, Exposition::contentType};
    return {404, "There are /healthz, /readyz and /metrics.", {}};
}

bool OpsServer::mayAsk(const PendingConnection &connection) const
{
    if (connection.address().isLoopback())
        return true;
    const QByteArray scheme = "bearer ";
    const QByteArray credentials = connection.head().header("authorization");
    return !m_tokenHash.isEmpty() && credentials.toLower().startsWith(scheme)
        && sameHash(tokenHash(credentials.sliced(scheme.size()).trimmed()), m_tokenHash);
}

void OpsServer::remove(PendingConnection &connection)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [&](const auto &kept) { return kept.get() == &connection; });
    if (found == m_pending.end())
        return;
    found->release()->deleteLater(); // it is inside one of its own signals
    m_pending.erase(found);
}

} // namespace pressboard::server
