// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/http_calls.h"

#include "server/listener/body_length.h"
#include "server/listener/http_error.h"

#include <QPointer>

#include <utility>

namespace pressboard::server {

HttpCalls::HttpCalls(const AdmissionRules &rules, const UserDirectory &users,
                     const Obstacle &obstacle, PushCounters &counters, RefusalLog &log,
                     QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_users(users)
    , m_obstacle(obstacle)
    , m_counters(counters)
    , m_log(log)
{
}

bool HttpCalls::isOne(const RequestHead &head) const
{
    return m_service && m_service->isItsPath(head.path());
}

void HttpCalls::handle(PendingConnection &connection)
{
    if (const auto early = answerToHead(connection))
        return answer(connection, *early);
    const RequestHead &head = connection.head();
    auto known = identify(head, connection.address(), m_rules, m_users);
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return answer(connection, asHttpError(*refusal));
    auto &admission = std::get<Admission>(known);
    const qint64 bytes = std::get<qint64>(bodyLength(head, m_limits.bodyBytes));
    if (const auto refusal = m_service->refuseLoad(admission, bytes))
        return answer(connection, *refusal);
    if (m_bytes + bytes > m_limits.bytesInAll) {
        return answer(connection,
                      httpError(503, QStringLiteral("Too much is being sent at the moment."), {},
                                {"Retry-After: 2"}));
    }
    readBody(connection, std::move(admission), bytes);
}

/// What does not depend on who asks.
std::optional<HttpAnswer> HttpCalls::answerToHead(const PendingConnection &connection) const
{
    const RequestHead &head = connection.head();
    if (auto refusal = refuseOrigin(head, connection.address(), m_rules))
        return asHttpError(*refusal);
    if (auto early = m_service->answerToHead(head))
        return early;
    const auto length = bodyLength(head, m_limits.bodyBytes);
    if (const auto *refusal = std::get_if<HttpAnswer>(&length))
        return *refusal;
    if (const auto obstacle = m_obstacle())
        return httpError(503, *obstacle, {}, {"Retry-After: 2"});
    return std::nullopt;
}

void HttpCalls::readBody(PendingConnection &connection, Admission admission, qint64 bytes)
{
    m_bytes += bytes;
    connect(&connection, &QObject::destroyed, this, [this, bytes] { m_bytes -= bytes; });
    connect(
        &connection, &PendingConnection::bodyReceived, this,
        [this, &connection, admission = std::move(admission)] { serve(connection, admission); });
    connect(&connection, &PendingConnection::bodyLate, this, [this, &connection] {
        answer(connection,
               httpError(408, QStringLiteral("The request's body did not come in time.")));
    });
    connect(&connection, &PendingConnection::bodyCut, this, [this] { ++m_counters.cutBodies; });
    connection.readBody(bytes, m_limits.bodyTime, awaitsContinue(connection.head()));
}

void HttpCalls::serve(PendingConnection &connection, const Admission &admission)
{
    m_service->answer({connection.head(), connection.takeBody(), admission},
                      [this, asking = QPointer(&connection)](const HttpAnswer &answered) {
                          if (asking)
                              answer(*asking, answered);
                      });
}

void HttpCalls::answer(PendingConnection &connection, HttpAnswer answer)
{
    ++m_counters.httpAnswers[answer.status];
    answer.headers += pageHeaders(connection.head(), m_rules);
    if (answer.status >= 400) {
        m_log.note(clientAddress(connection.head(), connection.address(), m_rules),
                   connection.head(), answer);
    }
    connection.answer(answer);
}

} // namespace pressboard::server
