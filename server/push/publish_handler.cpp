// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_handler.h"

#include "server/push/session.h"
#include "shared/protocol/codec.h"

#include <QPointer>

namespace pressboard::server {

static bool needsOrders(const Event &event)
{
    return event.type != event_type::notice;
}

PublishHandler::PublishHandler(Publisher &publisher, const OnlineCounts &here, const Clock &clock,
                               PushCounters &counters, ReadingRules rules)
    : m_publisher(publisher)
    , m_here(here)
    , m_clock(clock)
    , m_counters(counters)
    , m_rules(std::move(rules))
{
}

void PublishHandler::handle(Session &sender, const protocol::Publish &publish)
{
    const auto verdict =
        checkPublish(publish, sender.identity(), m_rules, m_clock.now(), m_setting);
    if (const auto *refusal = std::get_if<PublishRefusal>(&verdict))
        return refuse(sender, publish, *refusal);
    if (const auto *test = std::get_if<PublishEcho>(&verdict))
        return echo(sender, publish.ref, test->event);
    const Event &event = std::get<Event>(verdict);
    if (isTestNotice(event) && !mayTest(sender.identity().user)) {
        ++m_counters.publishesRefused;
        return refuse(sender, publish,
                      {QStringLiteral("too_many"),
                       QStringLiteral("One test notice a second is enough: wait a moment.")});
    }
    store(sender, publish.ref, event);
}

/// They ring nowhere and are kept nowhere, so nobody would notice how many there are.
bool PublishHandler::mayTest(const QString &user)
{
    auto limit = m_tests.find(user);
    if (limit == m_tests.end())
        limit = m_tests.insert(user, RateLimit(1, 1));
    return limit->tryAcquire(m_clock.monotonic());
}

void PublishHandler::refuse(Session &sender, const protocol::Publish &publish,
                            const PublishRefusal &refusal)
{
    if (m_foundOdd && refusal.isUnreadable())
        m_foundOdd(publish.type, {{{}, Oddity::Fate::Refused, refusal.message}});
    sender.answer(protocol::encode(protocol::Refusal{publish.ref, refusal.code, refusal.message}));
}

void PublishHandler::echo(Session &sender, const QString &ref, const Event &event)
{
    protocol::Ack ack;
    ack.ref = ref;
    ack.online = 1;
    ack.leftOut = event.leftOut();
    ack.echo = event.data;
    sender.answer(protocol::encode(ack));
}

void PublishHandler::store(Session &sender, const QString &ref, const Event &event)
{
    if (m_foundOdd)
        m_foundOdd(event.type, event.oddities);
    // Sessions are deleted before this handler: as long as one is there, so is the handler.
    const QPointer<Session> waiting(&sender);
    m_publisher.publish(sender.identity().user, ref, event,
                        [this, waiting, event, ref](const Result<StreamId> &stored) {
                            if (waiting)
                                acknowledge(*waiting, ref, event, stored);
                        });
}

void PublishHandler::acknowledge(Session &sender, const QString &ref, const Event &event,
                                 const Result<StreamId> &stored)
{
    if (!stored) {
        sender.answer(protocol::encode(
            protocol::Refusal{ref, QStringLiteral("unavailable"), stored.error().message}));
        return;
    }
    protocol::Ack ack;
    ack.ref = ref;
    ack.id = *stored;
    ack.online = countOnline(event);
    ack.leftOut = event.leftOut();
    sender.answer(protocol::encode(ack));
}

int PublishHandler::countOnline(const Event &event) const
{
    const int here = m_here.count(event.groups, needsOrders(event));
    return m_elsewhere ? here + m_elsewhere(event.groups, needsOrders(event)) : here;
}

} // namespace pressboard::server
