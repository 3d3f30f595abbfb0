// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_handler.h"

#include "shared/protocol/codec.h"

#include <QCryptographicHash>

namespace pressboard::server {

static bool needsOrders(const Event &event)
{
    return event.type != event_type::notice;
}

static PublishOutcome echoOf(const QString &ref, const Event &event)
{
    protocol::Ack ack;
    ack.ref = ref;
    ack.online = 1;
    ack.leftOut = event.leftOut();
    ack.echo = event.data;
    return Published{{ack}};
}

/// Of what was said, not of how it was spelled: the same for every way in.
static QByteArray hashOf(const QList<protocol::Publish> &publishes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const protocol::Publish &publish : publishes)
        hash.addData(protocol::encode(publish));
    return hash.result().first(16).toHex();
}

static PublishRefusal unavailable(const QString &message)
{
    return {QStringLiteral("unavailable"), message};
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

void PublishHandler::handle(const Identity &sender, const QList<protocol::Publish> &publishes,
                            Answered answered)
{
    const QString &ref = publishes.first().ref;
    Submission submission{sender.user, ref, hashOf(publishes), {}};
    for (const protocol::Publish &publish : publishes) {
        auto verdict = judge(sender, publish);
        if (auto *refusal = std::get_if<PublishRefusal>(&verdict)) {
            refusal->at = int(submission.events.size());
            return refusal->mayBeDone ? recall(sender, publishes, *refusal, std::move(answered))
                                      : refuse(publish, *refusal, answered);
        }
        // It is stored nowhere: the others would be stored without it.
        if (std::holds_alternative<PublishEcho>(verdict) && publishes.size() > 1)
            return refuse(publish,
                          {QStringLiteral("invalid"), QStringLiteral("test: a test stands alone."),
                           int(submission.events.size())},
                          answered);
        if (const auto *test = std::get_if<PublishEcho>(&verdict))
            return answered(echoOf(ref, test->event));
        submission.events.append(std::get<Event>(std::move(verdict)));
    }
    store(std::move(submission), std::move(answered));
}

PublishVerdict PublishHandler::judge(const Identity &sender, const protocol::Publish &publish)
{
    PublishVerdict verdict = checkPublish(publish, sender, m_rules, m_clock.now(), m_setting);
    const auto *event = std::get_if<Event>(&verdict);
    if (event && isTestNotice(*event) && !mayTest(sender.user)) {
        ++m_counters.publishesRefused;
        return PublishRefusal{QStringLiteral("too_many"),
                              QStringLiteral("One test notice a second is enough: wait a moment.")};
    }
    return verdict;
}

/// They ring nowhere and are kept nowhere, so nobody would notice how many there are.
bool PublishHandler::mayTest(const QString &user)
{
    auto limit = m_tests.find(user);
    if (limit == m_tests.end())
        limit = m_tests.insert(user, RateLimit(1, 1));
    return limit->tryAcquire(m_clock.monotonic());
}

void PublishHandler::refuse(const protocol::Publish &publish, const PublishRefusal &refusal,
                            const Answered &answered)
{
    if (m_foundOdd && refusal.isUnreadable())
        m_foundOdd(publish.type, {{{}, Oddity::Fate::Refused, refusal.message}});
    answered(refusal);
}

void PublishHandler::recall(const Identity &sender, const QList<protocol::Publish> &publishes,
                            const PublishRefusal &refusal, Answered answered)
{
    const QString &ref = publishes.first().ref;
    const auto recalled = [ref, refusal,
                           answered = std::move(answered)](const Result<Storage> &stored) {
        if (!stored)
            return answered(unavailable(stored.error().message));
        if (stored->kind != Storage::Kind::Again)
            return answered(refusal);
        Published published{{}, true};
        for (const StreamId id : stored->ids)
            published.acks.append(protocol::Ack{ref, 0, id});
        answered(published);
    };
    m_publisher.publish({sender.user, ref, hashOf(publishes), {}},
                        [life = std::weak_ptr(m_life), recalled](const Result<Storage> &stored) {
                            if (!life.expired())
                                recalled(stored);
                        });
}

void PublishHandler::store(Submission submission, Answered answered)
{
    for (const Event &event : submission.events) {
        if (m_foundOdd)
            m_foundOdd(event.type, event.oddities);
    }
    m_publisher.publish(submission,
                        [this, life = std::weak_ptr(m_life), submission,
                         answered = std::move(answered)](const Result<Storage> &stored) {
                            if (!life.expired())
                                answered(outcomeOf(submission, stored));
                        });
}

PublishOutcome PublishHandler::outcomeOf(const Submission &submission,
                                         const Result<Storage> &stored) const
{
    if (!stored)
        return unavailable(stored.error().message);
    if (stored->kind == Storage::Kind::Other)
        return PublishRefusal{QStringLiteral("conflict"),
                              QStringLiteral("This ref was used for something else within a day: "
                                             "each publish needs one of its own.")};
    Published published{{}, stored->kind == Storage::Kind::Again};
    for (qsizetype i = 0; i < submission.events.size(); ++i) {
        const Event &event = submission.events[i];
        protocol::Ack ack;
        ack.ref = submission.ref;
        ack.id = stored->ids.value(i);
        ack.online = countOnline(event);
        ack.leftOut = event.leftOut();
        published.acks.append(ack);
    }
    return published;
}

int PublishHandler::countOnline(const Event &event) const
{
    const int here = m_here.count(event.groups, needsOrders(event));
    return m_elsewhere ? here + m_elsewhere(event.groups, needsOrders(event)) : here;
}

} // namespace pressboard::server
