// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "server/log/publisher.h"
#include "server/push/online_counts.h"
#include "server/push/publish_rules.h"
#include "server/push/rate_limit.h"
#include "server/wire/push_counters.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QHash>

#include <functional>
#include <memory>
#include <variant>

namespace pressboard::server {

/// What became of a publish that was not refused.
struct Published
{
    QList<protocol::Ack> acks; ///< one for each event, in their order
    bool isAgain = false; ///< stored before, under the same ref
};
using PublishOutcome = std::variant<Published, PublishRefusal>;

/// Handles what clients publish, over a WebSocket or HTTP: checks it, hands it to the log, and says
/// what became of it, and how many are online to see it.
class PublishHandler
{
public:
    /// How many sessions of other servers are in an audience.
    using Elsewhere = std::function<int(const Audience &audience, bool needsOrders)>;

    /// Hears of what could not be read of what was published, or all of it.
    using FoundOdd = std::function<void(const QString &type, const QList<Oddity> &oddities)>;

    using Answered = std::function<void(const PublishOutcome &outcome)>;

    /// All but the rules must outlive the handler.
    PublishHandler(Publisher &publisher, const OnlineCounts &here, const Clock &clock,
                   PushCounters &counters, ReadingRules rules);

    void setElsewhere(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }
    /// Of the log: whose notices they are that are replaced.
    void setBook(const Book &book) { m_setting.book = &book; }
    void setCalls(const QList<Call> &calls) { m_setting.calls = calls; }
    void setRules(ReadingRules rules) { m_rules = std::move(rules); }
    void setFoundOdd(FoundOdd foundOdd) { m_foundOdd = std::move(foundOdd); }
    /// `publishes`: at least one, all of the same ref: stored whole or not at all, and once.
    /// Answers later or at once, or never once the handler is gone; `answered` must not need who
    /// may be gone by then.
    void handle(const Identity &sender, const QList<protocol::Publish> &publishes,
                Answered answered);

private:
    PublishVerdict judge(const Identity &sender, const protocol::Publish &publish);
    bool mayTest(const QString &user);
    void refuse(const protocol::Publish &publish, const PublishRefusal &refusal,
                const Answered &answered);
    /// Answers as the first time, when it was done then; else with the refusal.
    void recall(const Identity &sender, const QList<protocol::Publish> &publishes,
                const PublishRefusal &refusal, Answered answered);
    void store(Submission submission, Answered answered);
    PublishOutcome outcomeOf(const Submission &submission, const Result<Storage> &stored) const;
    int countOnline(const Event &event) const;

    Publisher &m_publisher;
    const OnlineCounts &m_here;
    const Clock &m_clock;
    PushCounters &m_counters;
    QHash<QString, RateLimit> m_tests; ///< by user: those that others see, so an admin each
    ReadingRules m_rules;
    PublishSetting m_setting;
    Elsewhere m_elsewhere;
    FoundOdd m_foundOdd;
    /// An answer may come when the handler is gone.
    std::shared_ptr<const bool> m_life = std::make_shared<bool>();
};

} // namespace pressboard::server
