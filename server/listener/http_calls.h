// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/listener/admission.h"
#include "server/listener/http_service.h"
#include "server/listener/pending_connection.h"
#include "server/listener/refusal_log.h"
#include "server/wire/push_counters.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace pressboard::server {

struct HttpCallLimits
{
    qint64 bodyBytes = 1024 * 1024;
    std::chrono::milliseconds bodyTime{10'000}; ///< in which it must have come
    /// Of all that are being read or answered; one more is told to come again.
    qint64 bytesInAll = 64 * 1024 * 1024;
};

/// Leads the requests that are no WebSocket from their head to their answer: the origin, the body's
/// length, who it is, the body. One answer, then the connection ends.
class HttpCalls : public QObject
{
    Q_OBJECT
public:
    using Obstacle = std::function<std::optional<QString>()>;

    /// All must outlive this.
    HttpCalls(const AdmissionRules &rules, const UserDirectory &users, const Obstacle &obstacle,
              PushCounters &counters, RefusalLog &log, QObject *parent = nullptr);

    /// Null at first: then there is nothing but the WebSocket. It must outlive this.
    void setService(HttpService *service) { m_service = service; }
    void setLimits(const HttpCallLimits &limits) { m_limits = limits; }
    bool isOne(const RequestHead &head) const;
    /// Its head is complete. The connection says by itself when it is over.
    void handle(PendingConnection &connection);

private:
    std::optional<HttpAnswer> answerToHead(const PendingConnection &connection) const;
    void readBody(PendingConnection &connection, Admission admission, qint64 bytes);
    void serve(PendingConnection &connection, const Admission &admission);
    void answer(PendingConnection &connection, HttpAnswer answer);

    const AdmissionRules &m_rules;
    const UserDirectory &m_users;
    const Obstacle &m_obstacle;
    PushCounters &m_counters;
    RefusalLog &m_log;
    HttpService *m_service = nullptr;
    HttpCallLimits m_limits;
    qint64 m_bytes = 0; ///< of bodies that are being read or answered
};

} // namespace pressboard::server
