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

namespace pressboard::server {

class Session;

/// Handles what clients publish: checks it, hands it to the log, and tells the sender what became
/// of it, and how many are online to see it.
class PublishHandler
{
public:
    /// How many sessions of other servers are in an audience.
    using Elsewhere = std::function<int(const Audience &audience, bool needsOrders)>;

    /// Hears of what could not be read of what was published, or all of it.
    using FoundOdd = std::function<void(const QString &type, const QList<Oddity> &oddities)>;

    /// All but the rules must outlive the handler, and it every session.
    PublishHandler(Publisher &publisher, const OnlineCounts &here, const Clock &clock,
                   PushCounters &counters, ReadingRules rules);

    void setElsewhere(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }
    /// Of the log: whose notices they are that are replaced.
    void setBook(const Book &book) { m_setting.book = &book; }
    void setCalls(const QList<Call> &calls) { m_setting.calls = calls; }
    void setFoundOdd(FoundOdd foundOdd) { m_foundOdd = std::move(foundOdd); }
    /// Answers the session, later or at once.
    void handle(Session &sender, const protocol::Publish &publish);

private:
    bool mayTest(const QString &user);
    void refuse(Session &sender, const protocol::Publish &publish, const PublishRefusal &refusal);
    void store(Session &sender, const QString &ref, const Event &event);
    void echo(Session &sender, const QString &ref, const Event &event);
    void acknowledge(Session &sender, const QString &ref, const Event &event,
                     const Result<StreamId> &stored);
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
};

} // namespace pressboard::server
