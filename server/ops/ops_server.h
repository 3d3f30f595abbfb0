// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QTcpServer;

namespace pressboard::server {

class PendingConnection;
class RequestHead;
struct HttpAnswer;

/// Plain HTTP for whoever operates the server:
///   GET /healthz  200: the process lives and its loop turns
///   GET /readyz   200 {"ready":true}, or 503 {"ready":false,"reasons":[…]}, with the facts of
///                 the moment: where in the log the server stands and the numbers it tells
///   GET /metrics  the same for Prometheus, once setMetrics() said where they come from
/// HEAD is answered likewise. Other machines are answered only when they send the token, as
/// "Authorization: Bearer …"; this one's programs need none.
class OpsServer : public QObject
{
    Q_OBJECT
public:
    /// What is still missing, in sentences; empty: clients get the truth.
    using Readiness = std::function<QStringList()>;
    using Facts = std::function<QJsonObject()>;
    using Metrics = std::function<QByteArray()>; ///< in Exposition's format

    explicit OpsServer(Readiness whatIsMissing, Facts facts = {}, QObject *parent = nullptr);
    ~OpsServer() override;

    void setMetrics(Metrics metrics) { m_metrics = std::move(metrics); }
    /// Empty: no other machine is answered.
    void setToken(const QByteArray &token);

    /// Returns the port. The error says what to do.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    void close();

private:
    void acceptPending();
    void answer(PendingConnection &connection) const;
    HttpAnswer answerTo(const RequestHead &head) const;
    bool mayAsk(const PendingConnection &connection) const;
    void remove(PendingConnection &connection);

    Readiness m_whatIsMissing;
    Facts m_facts; ///< may be empty
    Metrics m_metrics; ///< may be empty
    QByteArray m_tokenHash; ///< empty: there is no token
    std::unique_ptr<QTcpServer> m_server;
    std::vector<std::unique_ptr<PendingConnection>> m_pending;
};

} // namespace pressboard::server
