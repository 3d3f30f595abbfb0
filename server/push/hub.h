// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/log/event_log.h"
#include "server/log/publisher.h"
#include "server/metrics/histogram.h"
#include "server/push/admitted_client.h"
#include "server/push/catch_up_budget.h"
#include "server/push/dashboard.h"
#include "server/push/feed.h"
#include "server/push/online_counts.h"
#include "server/push/publish_handler.h"
#include "server/push/rights_history.h"
#include "server/push/session.h"
#include "server/push/session_context.h"
#include "server/push/session_host.h"
#include "server/push/session_limits.h"
#include "server/push/snapshot_cache.h"
#include "server/push/synced_writer.h"
#include "server/push/user_budgets.h"
#include "server/wire/push_counters.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace pressboard::server {

struct HubOptions
{
    QString version; ///< of the server, for the greeting
    QString instance; ///< this server's name among the servers on one log
    QString welcome = QStringLiteral("WebSocket连接成功");
    std::chrono::seconds heartbeat{30}; ///< clients ping this often
    protocol::Shop shop;
    QList<Call> calls; ///< what shop.calls are
    QTimeZone zone = QTimeZone::utc(); ///< the shop's
    StatusWords statusWords; ///< of its CRM
    SessionLimits limits;
    qsizetype snapshotBytes = SnapshotCache::defaultBytes; ///< kept for those who lag
    /// At a planned stop the n-th of N clients is told to come back after
    /// retryAfter + n/N × (retryAfter + N × retrySpread), so that thousands do not arrive at once.
    /// Of 10,000 clients the last one is told 3.5 s; clients add up to as much again by chance. So
    /// some 1,600 come a second, the last after 7 s, and all are live within 10 s.
    std::chrono::milliseconds retryAfter{1000};
    std::chrono::microseconds retrySpread{150}; ///< for each client
};

/// All sessions of this server. Walks them once a turn of the loop when the log grew, keeps the
/// numbers' rhythm, and closes who lost the right to be here.
class Hub final : public QObject, private SessionHost
{
    Q_OBJECT
public:
    /// All must outlive the hub.
    Hub(EventLog &log, Publisher &publisher, const UserDirectory &users, const Clock &clock,
        HubOptions options, QObject *parent = nullptr);
    ~Hub() override;

    /// Greets and keeps a client.
    Session &welcome(std::unique_ptr<Wire> wire, AdmittedClient client);
    int sessionCount() const { return int(m_sessions.size()); }
    QList<OnlineGroups> online() const { return m_online.groups(); }
    /// The server's only ones; what is around the hub counts here, too.
    PushCounters &counters() { return m_counters; }
    const PushCounters &counters() const { return m_counters; }
    /// Of events and numbers to clients, since the start.
    quint64 deliveries() const { return m_feed.delivered(); }
    /// How old events were, by the log's own time, once they were given to every client that took
    /// them. What is read at a start, or after an outage, is not counted: its age says nothing.
    const Histogram &eventToSocket() const { return m_eventToSocket; }
    RightsHistory &rights() { return m_rights; }
    /// For what is published without a session.
    PublishHandler &publishes() { return m_publishHandler; }
    /// What all clients of a user share, or all who are nobody in particular at one address; null
    /// where users have no bound of their own.
    std::shared_ptr<ClientBudget> budgetOf(const Identity &identity, const QString &peer);
    void setElsewhere(PublishHandler::Elsewhere elsewhere)
    {
        m_publishHandler.setElsewhere(std::move(elsewhere));
    }

    /// How what clients publish is read from now on.
    void setRules(ReadingRules rules) { m_publishHandler.setRules(std::move(rules)); }
    /// For clients that come from now on: what they are told of the shop, and their bounds.
    void setOptions(const protocol::Shop &shop, const QList<Call> &calls,
                    const SessionLimits &limits);

    const protocol::Source &source() const { return m_source; }
    /// The same, looked at anew.
    const protocol::Source &confirmedSource();
    /// Tells every v1 session when it changed; that it was lost, before anything else.
    /// `since`: when Redis was heard last, or again; now when nobody knows better.
    void setSource(protocol::SourceState state, std::optional<Moment> since = {});
    /// The same of whether the log takes what is published; `cause`: empty, or why not.
    void setWrites(const QString &cause);
    /// Whether the log in Redis may hold more than was read: who knows more must wait.
    void setEndDoubted(bool doubted) { m_endDoubted = doubted; }
    void setLoss(const std::optional<protocol::Loss> &loss);

    /// Null: nobody. It hears of every session's end as long as the hub has sessions.
    void setStationPost(StationPost *post) { m_post = post; }

    /// Where to ask what could not be read, once noteUnread() was called.
    using AskUnread = std::function<protocol::Unread()>;
    void setAskUnread(AskUnread ask) { m_askUnread = std::move(ask); }
    /// There is more of it: who may manage is told within a tick, however much it was.
    void noteUnread() { m_isUnreadNew = true; }

    /// Says goodbye to everybody, and when to come back: each a little later than the one before.
    void sendAway(const QString &reason);
    /// The same, and lets nobody in any more; stopped() when the last is gone.
    void stop(const QString &reason);
    /// What falls due while nothing arrives: deadlines, signs of life, the numbers of a new day,
    /// and what was kept for sharing. By a timer of its own, and by tests that move the clock.
    void tick();

Q_SIGNALS:
    void stopped();
    /// Before a greeting, a board, a pong, and what all hear: the last moment for setSource().
    void aboutToTell();
    /// A client said that it has read the log up to there, which this server has not.
    void clientAhead(pressboard::StreamId position);
    /// Not everything that a client published could be read, or nothing of it.
    void foundOdd(const QString &type, const QList<pressboard::Oddity> &oddities);

private:
    protocol::ConnectionEstablished greeting(const Identity &identity) const;
    void watchDeadline(Session &session) override { m_waiting.insert(&session); }
    void pumpSoon() override { scheduleTurn(); }
    void noteAhead(StreamId position) override { Q_EMIT clientAhead(position); }
    void confirmSource() override { Q_EMIT aboutToTell(); }
    void renew(Session &session, const protocol::Token &token) override;
    bool isEndDoubted() const override { return m_endDoubted; }

    void scheduleTurn();
    void turn();
    void pumpAll();
    void noteAges();
    void checkDeadlines();
    void checkNextShare();
    void startAgain();
    void enter(const Viewer &viewer);
    void leave(const Viewer &viewer);
    void sendNumbers();
    void sendSource();
    void sendToClassic(const QByteArray &numbers);
    void tellUnread();
    void checkRights();
    void remove(Session &session);

    EventLog &m_log;
    const UserDirectory &m_users;
    const Clock &m_clock;
    HubOptions m_options;
    protocol::Source m_source;
    PushCounters m_counters;
    Dashboard m_dashboard;
    SyncedWriter m_synced;
    SnapshotCache m_snapshots;
    Feed m_feed;
    Histogram m_eventToSocket;
    Ring::Serial m_aged; ///< behind the last entry that noteAges() has seen
    RightsHistory m_rights;
    OnlineCounts m_online;
    PublishHandler m_publishHandler;
    CatchUpBudget m_catchUp;
    AskUnread m_askUnread;
    QByteArray m_unread; ///< the message; empty while there is nothing
    bool m_isUnreadNew = false;
    UserBudgets m_userBudgets;
    StationPost *m_post = nullptr;
    const SessionContext m_context;
    QTimer m_turn;
    QTimer m_numbers;
    QTimer m_tick;
    bool m_stopping = false;
    bool m_endDoubted = false;
    int m_classicReaders = 0;
    std::vector<std::unique_ptr<Session>> m_sessions;
    QSet<Session *> m_waiting; ///< with a deadline
    int m_round = 0; ///< which share of the sessions is checked next
};

} // namespace pressboard::server
