// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/hub.h"

#include "server/logging/logging.h"
#include "server/push/station_post.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

namespace {

constexpr std::chrono::milliseconds tickInterval{500};

QStringList sortedGroups(const QSet<QString> &groups)
{
    QStringList sorted = groups.values();
    sorted.sort();
    return sorted;
}

/// Whose clients share a budget. Those who may be anybody are told apart by where they come from.
QString budgetName(const Identity &identity, const QString &peer)
{
    return identity.isAnybody() ? identity.user + u'@' + peer : identity.user;
}

} // namespace

Hub::Hub(EventLog &log, Publisher &publisher, const UserDirectory &users, const Clock &clock,
         HubOptions options, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_users(users)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_source{protocol::SourceState::Live, clock.now()}
    , m_dashboard(log, clock, m_options.zone)
    , m_synced(log, m_source, m_dashboard)
    , m_snapshots(log, clock, m_synced, m_counters, m_options.snapshotBytes)
    , m_feed(log)
    , m_aged(log.ring().end())
    , m_rights(users, log)
    , m_publishHandler(publisher, m_online, clock, m_counters,
                       {m_options.zone, m_options.statusWords, m_options.shop.fields})
    , m_userBudgets(m_options.limits)
    , m_context{*this,     m_feed,     m_snapshots, m_synced,         m_rights, m_publishHandler,
                m_catchUp, m_counters, clock,       m_options.limits, m_unread, m_post}
{
    m_turn.setSingleShot(true);
    m_numbers.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &Hub::turn);
    connect(&m_numbers, &QTimer::timeout, this, &Hub::sendNumbers);
    connect(&m_tick, &QTimer::timeout, this, &Hub::tick);
    m_tick.start(tickInterval);
    connect(&m_log, &EventLog::grew, this, &Hub::scheduleTurn);
    connect(&m_log, &EventLog::wasReset, this, &Hub::startAgain);
    connect(&m_users, &UserDirectory::changed, this, &Hub::checkRights);
    m_publishHandler.setBook(log.book());
    m_publishHandler.setCalls(m_options.calls);
    m_publishHandler.setFoundOdd([this](const QString &type, const QList<Oddity> &oddities) {
        Q_EMIT foundOdd(type, oddities);
    });
}

Hub::~Hub() = default;

Session &Hub::welcome(std::unique_ptr<Wire> wire, AdmittedClient client)
{
    confirmSource();
    const auto hello = greeting(client.identity);
    if (client.grant)
        m_rights.met(client.identity);
    auto shared = budgetOf(client.identity, wire->peer());
    auto session = std::make_unique<Session>(std::move(wire), std::move(client), std::move(shared),
                                             hello, m_context);
    Session &welcomed = *session;
    connect(&welcomed, &Session::ended, this, [this, &welcomed] { remove(welcomed); });
    enter(welcomed.viewer());
    m_sessions.push_back(std::move(session));
    if (m_stopping)
        welcomed.close(CloseCode::GoingAway, QStringLiteral("stopping"));
    return welcomed;
}

std::shared_ptr<ClientBudget> Hub::budgetOf(const Identity &identity, const QString &peer)
{
    return m_userBudgets.budgetOf(budgetName(identity, peer));
}

const protocol::Source &Hub::confirmedSource()
{
    confirmSource();
    return m_source;
}

void Hub::remove(Session &session)
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&](const auto &kept) { return kept.get() == &session; });
    if (found == m_sessions.end())
        return;
    leave(session.viewer());
    m_waiting.remove(&session);
    if (m_post)
        m_post->left(session);
    // It is inside one of its own signals: the loop deletes it, or the hub's end does.
    Session *gone = found->release();
    gone->setParent(this);
    gone->deleteLater();
    std::swap(*found, m_sessions.back());
    m_sessions.pop_back();
    if (m_stopping && m_sessions.empty())
        Q_EMIT stopped();
}

void Hub::enter(const Viewer &viewer)
{
    m_online.enter(viewer);
    if (viewer.isClassic() && ++m_classicReaders == 1)
        m_log.setClassicReaders(true);
}

void Hub::leave(const Viewer &viewer)
{
    m_online.leave(viewer);
    if (viewer.isClassic() && --m_classicReaders == 0)
        m_log.setClassicReaders(false);
}

// --- what the log has --------------------------------------------------------------------------

void Hub::scheduleTurn()
{
    if (!m_turn.isActive())
        m_turn.start(std::chrono::milliseconds(0));
}

/// All that arrived in one turn of the loop goes out in one write per session.
void Hub::turn()
{
    confirmSource();
    m_feed.forget();
    m_catchUp.refill();
    sendNumbers();
    m_turn.stop(); // the numbers just appended go out now
    m_snapshots.write();
    pumpAll();
    noteAges();
}

void Hub::pumpAll()
{
    for (std::size_t i = 0; i < m_sessions.size(); ++i) {
        if (i + 2 < m_sessions.size()) {
            platform::prefetch(m_sessions[i + 2].get());
            m_sessions[i + 1]->prefetchWire();
        }
        m_sessions[i]->pump();
    }
}

void Hub::noteAges()
{
    const Ring &ring = m_feed.ring();
    const Moment now = m_clock.now();
    for (auto i = std::max(m_aged, ring.first()); i < ring.end(); ++i) {
        const RingEntry &entry = ring.at(i);
        if (!entry.derived && m_source.state == protocol::SourceState::Live
            && momentOf(entry.id) >= m_source.since)
            m_eventToSocket.note(now - momentOf(entry.id));
    }
    m_aged = ring.end();
}

void Hub::startAgain()
{
    m_feed.forget();
    m_snapshots.clear();
    m_aged = m_feed.ring().end(); // what is put before it is history
    for (const auto &session : m_sessions)
        session->startAgain(QStringLiteral("reset"));
    scheduleTurn();
}

void Hub::sendNumbers()
{
    if (const auto rest = m_dashboard.rest(); rest.count() > 0) {
        if (!m_numbers.isActive())
            m_numbers.start(rest);
        return;
    }
    m_dashboard.append();
    if (const auto numbers = m_dashboard.forClassic())
        sendToClassic(*numbers);
}

void Hub::sendToClassic(const QByteArray &numbers)
{
    for (const auto &session : m_sessions) {
        if (session->viewer().isClassic() && session->viewer().viewOrders)
            session->answer(numbers);
    }
}

void Hub::setOptions(const protocol::Shop &shop, const QList<Call> &calls,
                     const SessionLimits &limits)
{
    m_publishHandler.setCalls(calls);
    m_options.shop = shop;
    m_options.limits = limits;
}

void Hub::setSource(protocol::SourceState state, std::optional<Moment> since)
{
    if (state == m_source.state)
        return;
    m_source.state = state;
    m_source.since = since.value_or(m_clock.now());
    sendSource();
    // A pong that is answered in the same turn of the loop would be taken for one of a live source.
    if (state == protocol::SourceState::Lost)
        turn();
}

void Hub::setWrites(const QString &cause)
{
    if (cause == m_source.cause)
        return;
    m_source.cause = cause;
    m_source.writes = cause.isEmpty();
    sendSource();
}

void Hub::setLoss(const std::optional<protocol::Loss> &loss)
{
    if (loss == m_source.loss)
        return;
    m_source.loss = loss;
    sendSource();
}

void Hub::sendSource()
{
    m_log.appendDerived(FrameKind::Source, protocol::encode(protocol::SourceChanged{m_source}));
}

void Hub::tick()
{
    checkDeadlines();
    checkNextShare();
    tellUnread();
    sendNumbers(); // the shop's day may have begun
    m_feed.forget(); // those of replays, when nothing grows
    m_snapshots.forgetOld();
    m_userBudgets.forgetFull(m_clock.monotonic());
}

void Hub::tellUnread()
{
    if (!m_askUnread || !std::exchange(m_isUnreadNew, false))
        return;
    m_unread = protocol::encode(m_askUnread());
    for (const auto &session : m_sessions)
        session->tellUnread();
}

void Hub::checkDeadlines()
{
    const QSet<Session *> waiting = m_waiting; // a check may start another wait
    for (Session *session : waiting) {
        if (!session->checkDeadline())
            m_waiting.remove(session);
    }
}

/// A share at each tick: 10,000 idle sessions are not walked over at once, and each has its turn
/// once in limits::wirePongWait. One that takes the place of a session that left may have to wait
/// for the next round: a ping that comes so much later harms nobody.
void Hub::checkNextShare()
{
    constexpr auto shares = std::size_t(limits::wirePongWait / tickInterval);
    const std::size_t share = std::size_t(m_round++) % shares;
    const std::size_t begin = m_sessions.size() * share / shares;
    const std::size_t end = m_sessions.size() * (share + 1) / shares;
    for (std::size_t i = begin; i < end; ++i)
        m_sessions[i]->checkAlive();
}

// --- who may be here ---------------------------------------------------------------------------

protocol::ConnectionEstablished Hub::greeting(const Identity &identity) const
{
    protocol::ConnectionEstablished greeting;
    greeting.message = m_options.welcome;
    greeting.user = identity.user;
    greeting.display = identity.display;
    greeting.features = protocol::features();
    greeting.serverVersion = m_options.version;
    greeting.instance = m_options.instance;
    greeting.epoch = m_log.book().epoch;
    greeting.position = m_log.position();
    greeting.heartbeatSeconds = int(m_options.heartbeat.count());
    greeting.time = m_clock.now();
    greeting.source = m_source;
    greeting.permissions = identity.permissions();
    greeting.groups = sortedGroups(identity.groups());
    greeting.shop = m_options.shop;
    return greeting;
}

/// By a code of the same user alone: whose rights are others from now on gets the board of those.
void Hub::renew(Session &session, const protocol::Token &token)
{
    auto login = m_users.login(token.token.toUtf8());
    const bool isSame = login && login->grant && login->identity.user == session.identity().user;
    if (!session.grant() || !isSame) {
        qCInfo(lcAuth).noquote() << session.identity().user << "sent a code that is refused:"
                                 << (login ? QStringLiteral("it is none of this user's")
                                           : login.error().message);
        return session.close(CloseCode::Unauthorized, QStringLiteral("token refused"));
    }
    const bool isChanged = login->identity != session.identity();
    // Its client was told once what it may do.
    if (login->identity.permissions() != session.identity().permissions())
        return session.close(CloseCode::Reconnect, QStringLiteral("rights changed"));
    m_rights.met(login->identity);
    leave(session.viewer());
    session.setLogin(std::move(login).value());
    enter(session.viewer());
    protocol::Ack ack;
    ack.ref = token.ref;
    session.answer(protocol::encode(ack));
    if (isChanged)
        session.startAgain(QStringLiteral("rights"));
    scheduleTurn();
}

void Hub::checkRights()
{
    m_rights.note();
    QHash<QByteArray, std::optional<Identity>> asked;
    for (const auto &session : m_sessions) {
        const QByteArray &hash = session->tokenHash();
        if (session->identity().anonymous)
            continue;
        if (session->grant()) {
            if (!m_users.isTrusted(*session->grant()))
                session->close(CloseCode::Unauthorized, QStringLiteral("its key is gone"));
            continue;
        }
        if (!asked.contains(hash))
            asked.insert(hash, m_users.identityOfHash(hash));
        const std::optional<Identity> &identity = *asked.constFind(hash);
        if (!identity)
            session->close(CloseCode::Unauthorized, QStringLiteral("token revoked"));
        else if (*identity != session->identity())
            session->close(CloseCode::Reconnect, QStringLiteral("rights changed"));
    }
}

// --- the end -----------------------------------------------------------------------------------

void Hub::sendAway(const QString &reason)
{
    const auto spread = m_options.retryAfter
        + std::chrono::duration_cast<std::chrono::milliseconds>(m_options.retrySpread
                                                                * sessionCount());
    for (std::size_t i = 0; i < m_sessions.size(); ++i) {
        Session &session = *m_sessions[i];
        const auto wait = m_options.retryAfter + spread * i / m_sessions.size();
        if (!session.viewer().isClassic())
            session.answer(protocol::encode(protocol::Goodbye{reason, int(wait.count())}));
        session.close(CloseCode::GoingAway, reason);
    }
}

void Hub::stop(const QString &reason)
{
    if (m_stopping)
        return;
    m_stopping = true;
    sendAway(reason);
    if (m_sessions.empty())
        QMetaObject::invokeMethod(this, &Hub::stopped, Qt::QueuedConnection);
}

} // namespace pressboard::server
