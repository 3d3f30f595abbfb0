// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api.h"

#include "server/api/board_answers.h"
#include "server/api/publish_answer.h"
#include "server/api/route.h"
#include "server/listener/http_error.h"
#include "server/platform/work_time.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

using Bound = ClientBudget::Bound;

static constexpr int callsAtOnce = 5;
static constexpr double callsPerSecond = 1.0 / 20;

static HttpAnswer tooMuch()
{
    return httpError(429,
                     QStringLiteral("This user sends more than one may: wait a moment, and send "
                                    "several events in one request."),
                     {}, {"Retry-After: 1"});
}

Api::Api(Hub &hub, const EventLog &log, const Clock &clock, QTimeZone zone)
    : m_hub(hub)
    , m_log(log)
    , m_clock(clock)
    , m_zone(std::move(zone))
{
}

bool Api::isItsPath(const QByteArray &path) const
{
    return path.startsWith(Route::root);
}

std::optional<HttpAnswer> Api::answerToHead(const RequestHead &head) const
{
    return server::answerToHead(head);
}

std::optional<HttpAnswer> Api::refuseLoad(const Admission &from, qint64 bodyBytes)
{
    // As on the WebSocket: reading costs us more than sending costs them.
    const bool isReader = !from.identity.mayNotify() && !from.identity.mayPublish();
    if (isReader && bodyBytes > m_limits.readersBytes) {
        return httpError(
            413, QStringLiteral("This user sends at most %1 bytes.").arg(m_limits.readersBytes));
    }
    if (!mayWork(from) || !maySpend(from, Bound::Messages, 1)
        || !maySpend(from, Bound::Bytes, double(bodyBytes)))
        return tooMuch();
    return std::nullopt;
}

/// A request is no client of its own: all of a user share what all its clients may take.
bool Api::maySpend(const Admission &from, Bound bound, double amount)
{
    const auto budget = m_hub.budgetOf(from.identity, from.address.toString());
    return !budget || budget->trySpend(bound, m_clock.monotonic(), amount);
}

/// How long a request takes us is known when it is answered: the next one waits for it.
bool Api::mayWork(const Admission &from)
{
    const auto budget = m_hub.budgetOf(from.identity, from.address.toString());
    return !budget || !budget->isUsedUp(Bound::Work, m_clock.monotonic());
}

void Api::chargeWork(const Admission &from, double ms)
{
    if (const auto budget = m_hub.budgetOf(from.identity, from.address.toString()))
        budget->charge(Bound::Work, m_clock.monotonic(), ms);
}

/// As often as a station may.
bool Api::mayCall(const QString &user, const PublishRequest &request)
{
    const auto isCall = [](const protocol::Publish &publish) {
        return publish.type == event_type::notice
            && publish.data.contains(QLatin1StringView("call"));
    };
    const auto calls = std::count_if(request.publishes.begin(), request.publishes.end(), isCall);
    if (calls == 0)
        return true;
    auto limit = m_calls.find(user);
    if (limit == m_calls.end())
        limit = m_calls.insert(user, RateLimit(callsAtOnce, callsPerSecond));
    return limit->tryAcquire(m_clock.monotonic(), double(calls));
}

void Api::answer(const HttpRequest &request, Answered answered)
{
    const Admission from = request.admission;
    const auto begin = platform::workTime();
    serve(request, std::move(answered));
    const std::chrono::duration<double, std::milli> took = platform::workTime() - begin;
    chargeWork(from, took.count());
}

void Api::serve(const HttpRequest &request, Answered answered)
{
    switch (Route::of(request.head.path()).resource) {
    case Route::Resource::Events:
        return publish(request.admission, readEvents(request.head, request.body),
                       std::move(answered));
    case Route::Resource::Notices:
        return publish(request.admission, readNotice(request.head, request.body),
                       std::move(answered));
    default:
        return answered(board(request));
    }
}

HttpAnswer Api::board(const HttpRequest &request)
{
    const BoardAnswers answers(m_log, m_hub.confirmedSource(), request.admission.identity);
    const Route route = Route::of(request.head.path());
    if (route.resource == Route::Resource::Stats)
        return answers.stats(dateAt(m_clock.now(), m_zone));
    if (route.resource == Route::Resource::Order)
        return answers.order(route.orderId);
    return answers.ordersOf(QString::fromUtf8(request.head.query("no")));
}

void Api::publish(const Admission &from, const PublishRequestOrError &read, Answered answered)
{
    if (const auto *refusal = std::get_if<HttpAnswer>(&read))
        return answered(*refusal);
    publish(from, std::get<PublishRequest>(read), std::move(answered));
}

void Api::publish(const Admission &from, const PublishRequest &request, Answered answered)
{
    const QString name = from.identity.user + u'\n' + request.publishes.first().ref;
    if (m_running.contains(name)) {
        return answered(httpError(409,
                                  QStringLiteral("The first request with this key is not done yet: "
                                                 "ask again."),
                                  {}, {"Retry-After: 1"}));
    }
    if (!maySpend(from, Bound::Publishes, double(request.publishes.size()))
        || !mayCall(from.identity.user, request))
        return answered(tooMuch());
    m_running.insert(name);
    m_hub.publishes().handle(
        from.identity, request.publishes,
        [this, name, request, answered = std::move(answered)](const PublishOutcome &outcome) {
            m_running.remove(name);
            answered(answerTo(request, outcome));
        });
}

} // namespace pressboard::server
