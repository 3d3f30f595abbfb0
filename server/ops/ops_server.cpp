// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ops_server.h"

#include "server/push/caller.h"
#include "server/push/http_answer.h"
#include "shared/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr std::size_t maxCallers = 64; // probes come one by one; beyond, the oldest goes

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
    return Error{QStringLiteral("Cannot listen on %1:%2 for /healthz and /readyz: %3. Choose "
                                "another address with --ops.")
                     .arg(address.toString())
                     .arg(port)
                     .arg(m_server->errorString())};
}

void OpsServer::close()
{
    m_server->close();
    m_callers.clear();
}

void OpsServer::acceptPending()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (m_callers.size() >= maxCallers)
            m_callers.erase(m_callers.begin());
        m_callers.push_back(std::make_unique<Caller>(std::unique_ptr<QTcpSocket>(socket),
                                                     limits::requestHeadTime));
        Caller &caller = *m_callers.back();
        connect(&caller, &Caller::spoke, this, [this, &caller] { answer(caller); });
        connect(&caller, &Caller::left, this, [this, &caller] { remove(caller); });
        caller.listen();
    }
}

void OpsServer::answer(Caller &caller) const
{
    const RequestHead &head = caller.head();
    if (head.method() != "GET")
        caller.answer({405, "Only GET is understood here.", {"Allow: GET"}});
    else if (head.path() == "/healthz")
        caller.answer({200, "ok", {}});
    else if (head.path() == "/readyz")
        caller.answer(readiness(m_whatIsMissing(), m_facts ? m_facts() : QJsonObject()));
    else
        caller.answer({404, "There are /healthz and /readyz.", {}});
}

void OpsServer::remove(Caller &caller)
{
    const auto found = std::find_if(m_callers.begin(), m_callers.end(),
                                    [&](const auto &kept) { return kept.get() == &caller; });
    if (found == m_callers.end())
        return;
    found->release()->deleteLater(); // it is inside one of its own signals
    m_callers.erase(found);
}

} // namespace pressboard::server
