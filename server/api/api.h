// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/publish_request.h"
#include "server/listener/http_service.h"
#include "server/log/event_log.h"
#include "server/push/hub.h"
#include "shared/base/time.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace pressboard::server {

/// HTTP for programs, below /api/v1/ (docs/http.md): publishes by the rules and the code of the
/// WebSocket's, and some of the board for who sees it.
class Api final : public HttpService
{
public:
    /// All but the zone, the shop's, must outlive this.
    Api(Hub &hub, const EventLog &log, const Clock &clock, QTimeZone zone);

    bool isItsPath(const QByteArray &path) const override;
    std::optional<HttpAnswer> answerToHead(const RequestHead &head) const override;
    std::optional<HttpAnswer> refuseLoad(const Admission &from, qint64 bodyBytes) override;
    void answer(const HttpRequest &request, Answered answered) override;

private:
    HttpAnswer board(const HttpRequest &request);
    void publish(const Admission &from, const PublishRequestOrError &read, Answered answered);
    void publish(const Admission &from, const PublishRequest &request, Answered answered);
    void serve(const HttpRequest &request, Answered answered);
    bool maySpend(const Admission &from, ClientBudget::Bound bound, double amount);
    bool mayWork(const Admission &from);
    void chargeWork(const Admission &from, double ms);
    bool mayCall(const QString &user, const PublishRequest &request);

    Hub &m_hub;
    const EventLog &m_log;
    const Clock &m_clock;
    QTimeZone m_zone;
    SessionLimits m_limits;
    QHash<QString, RateLimit> m_calls; ///< for help, by user: somebody comes running
    QSet<QString> m_running; ///< user and ref of what the log has not answered yet
};

} // namespace pressboard::server
