// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/connection.h"

#include "client/connection/log.h"
#include "client/connection/server_bounds.h"
#include "shared/protocol/close_codes.h"
#include "shared/protocol/codec.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace pressboard::client {
namespace {

/// From the first SYN to connection_established.
constexpr std::chrono::milliseconds connectPatience = 10s;
/// Between two frames of a sync.
constexpr std::chrono::milliseconds syncPatience = 20s;
constexpr quint16 normalClosure = 1000;
/// From ping to ping: of a board that is looked at, and of one that waits in the tray.
constexpr std::chrono::seconds shownPing = 3s;
constexpr std::chrono::seconds hiddenPing = 10s;

QStringList commonFeatures(const QStringList &theirs)
{
    QStringList common = protocol::features();
    common.removeIf([&theirs](const QString &feature) { return !theirs.contains(feature); });
    return common;
}

QString freshRef()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Connection::Connection(Store &store, Scheduler &scheduler, const Clock &clock,
                       SocketFactory sockets, Random random, ClientInfo info, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_sockets(std::move(sockets))
    , m_info(std::move(info))
    , m_rhythm(std::move(random))
    , m_retry(scheduler, [this] { connectNow(); })
    , m_patience(scheduler, [this] { giveUp(tr("The server did not answer in time.")); })
    , m_syncPatience(scheduler, [this] { giveUp(tr("The server did not come to an end.")); })
    , m_heartbeat(scheduler, clock)
    , m_outbox(scheduler, clock, [this](const QByteArray &frame) { send(frame); })
{
    connect(&m_heartbeat, &Heartbeat::pingDue, this,
            [this] { send(protocol::encode(protocol::Ping{})); });
    connect(&m_heartbeat, &Heartbeat::lateChanged, this, &Connection::refreshStatus);
    connect(&m_heartbeat, &Heartbeat::silent, this,
            [this] { giveUp(tr("The server fell silent.")); });
}

Connection::~Connection()
{
    dropSocket(QStringLiteral("client stopped"));
}

void Connection::setTarget(const ServerAddress &address, const QString &token)
{
    const QByteArray newToken = token.simplified().toUtf8();
    if (m_address && (m_address != address || m_token != newToken)) {
        stop();
        m_outbox.abandon();
        m_store.restore(StoreImage());
    }
    m_address = address;
    m_token = newToken;
    reconnectNow();
}

void Connection::renewToken(const QString &token)
{
    m_token = token.simplified().toUtf8();
    if (m_status.state == ConnectionState::Live)
        send(protocol::encode(protocol::Token{{}, QString::fromUtf8(m_token)}));
}

void Connection::stop()
{
    m_retry.stop();
    dropSocket(QStringLiteral("client stopped"));
    m_status = {};
    m_store.setConnectionStatus(m_status);
}

void Connection::reconnectNow()
{
    if (!m_address)
        return;
    m_rhythm.reset();
    m_status.attempt = 0;
    connectNow();
}

void Connection::setShown(bool shown)
{
    m_shown = shown;
    m_heartbeat.setInterval(pingInterval());
}

std::chrono::seconds Connection::pingInterval() const
{
    return std::min(m_heartbeatAsked, m_shown ? shownPing : hiddenPing);
}

void Connection::recheck()
{
    switch (m_status.state) {
    case ConnectionState::Disconnected:
        return;
    case ConnectionState::Waiting:
    case ConnectionState::Connecting:
        connectNow();
        return;
    case ConnectionState::Syncing:
    case ConnectionState::Live:
        m_heartbeat.probe();
        return;
    }
}

void Connection::publish(const QString &type, const QJsonObject &data, const Audience &groups,
                         PublishCallback callback)
{
    m_outbox.add({freshRef(), type, data, groups}, std::move(callback));
}

void Connection::request(const std::function<QByteArray(const QString &ref)> &encode,
                         PublishCallback callback)
{
    const QString ref = freshRef();
    m_outbox.add(ref, encode(ref), std::move(callback));
}

void Connection::ask(const QByteArray &frame)
{
    if (m_status.state == ConnectionState::Live)
        send(frame);
}

void Connection::connectNow()
{
    dropSocket(QStringLiteral("connecting anew"));
    m_retry.stop();
    m_socket = m_sockets();
    connect(m_socket.get(), &Socket::textReceived, this, &Connection::receive);
    connect(m_socket.get(), &Socket::binaryReceived, this, &Connection::receiveBinary);
    connect(m_socket.get(), &Socket::linkChanged, this, &Connection::setLinkUp);
    connect(m_socket.get(), &Socket::closed, this, &Connection::lose);
    m_triedAt = m_clock.monotonic();
    m_patience.start(connectPatience);
    setState(ConnectionState::Connecting);
    Headers headers;
    if (!m_token.isEmpty())
        headers.append({QByteArrayLiteral("Authorization"), "Bearer " + m_token});
    m_socket->open(m_address->url(), headers, protocol::subprotocol);
}

/// Also forgets all that belonged to this socket alone.
void Connection::dropSocket(const QString &why)
{
    m_heartbeat.stop();
    m_patience.stop();
    m_syncPatience.stop();
    m_outbox.shut();
    m_linkUp = true;
    m_greeted = false;
    m_syncs = 0;
    m_features.clear();
    m_retryAfter.reset();
    m_liveSince.reset();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->disconnect(&m_heartbeat);
    m_socket->close(normalClosure, why);
    m_socket.release()->deleteLater(); // we may be inside one of its signals
}

void Connection::receive(const QByteArray &frame)
{
    process(protocol::decodeServer(frame));
}

void Connection::receiveBinary(const QByteArray &frame)
{
    if (m_features.contains(protocol::zlibFeature))
        process(protocol::decodeServerBinary(frame));
    else
        breakOff(tr("The server sent a message out of turn."));
}

void Connection::process(const Result<protocol::ServerMessage> &message)
{
    m_heartbeat.heard();
    if (!message)
        return breakOff(message.error().message);
    if (!isLegal(*message))
        return breakOff(tr("The server sent a message out of turn."));
    // That it answers our pings brings the board no nearer.
    if (m_status.state == ConnectionState::Syncing
        && !std::holds_alternative<protocol::Pong>(*message))
        m_patience.start(syncPatience);
    dispatch(*message);
    if (m_status.state == ConnectionState::Live)
        m_store.noteAlive();
}

/// The greeting comes first, and once.
bool Connection::isLegal(const protocol::ServerMessage &message) const
{
    return m_greeted != std::holds_alternative<protocol::ConnectionEstablished>(message);
}

void Connection::dispatch(const protocol::ServerMessage &message)
{
    std::visit([this](const auto &m) { handle(m); }, message);
}

void Connection::handle(const protocol::ConnectionEstablished &message)
{
    if (message.epoch.isEmpty() || message.protocol != protocol::version) {
        Ending ending;
        ending.closeCode = int(CloseCode::ProtocolError);
        ending.reason = tr("That server speaks another version of the protocol.");
        return lose(ending);
    }
    m_greeted = true;
    m_features = commonFeatures(message.features);
    m_store.handle(message);
    setState(ConnectionState::Syncing);
    m_patience.start(syncPatience);
    m_syncPatience.start(server_bounds::syncTime);
    m_heartbeatAsked = std::max<std::chrono::seconds>(
        std::chrono::seconds(message.heartbeatSeconds), server_bounds::shortestHeartbeat);
    m_heartbeat.start(pingInterval());
    send(protocol::encode(protocol::Hello{m_store.resumePoint(), m_features, m_info.version,
                                          m_info.station, m_info.language, m_info.stationId,
                                          m_info.kind, m_info.run, m_info.system}));
}

/// A board that begins again all the time is none.
bool Connection::mayBeginSync()
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    if (m_syncs == 0 || now - m_syncsSince >= 1min) {
        m_syncs = 0;
        m_syncsSince = now;
    }
    return ++m_syncs <= server_bounds::syncsAMinute;
}

void Connection::handle(const protocol::Sync &message)
{
    if (!mayBeginSync())
        return breakOff(tr("The server begins again and again."));
    qCInfo(lcConnection).noquote()
        << "Syncing by" << (message.mode == protocol::Sync::Mode::Resume ? "resume:" : "snapshot:")
        << message.reason;
    giveToStore(message);
    m_outbox.shut();
    m_patience.start(syncPatience);
    if (m_status.state == ConnectionState::Live)
        m_syncPatience.start(server_bounds::syncTime);
    setState(ConnectionState::Syncing);
}

void Connection::handle(const protocol::Synced &message)
{
    giveToStore(message);
    if (m_status.state != ConnectionState::Syncing)
        return;
    m_patience.stop();
    m_syncPatience.stop();
    if (!m_liveSince)
        m_liveSince = m_clock.monotonic();
    m_heartbeat.renew(); // an answer behind a whole board is late, and the board is not
    setState(ConnectionState::Live);
    m_outbox.open();
}

void Connection::handle(const protocol::Pong &message)
{
    m_heartbeat.ponged();
    giveToStore(message);
    refreshStatus();
}

void Connection::handle(const protocol::Goodbye &message)
{
    m_retryAfter = std::chrono::milliseconds(std::max(0, message.retryAfterMs));
    giveToStore(message);
}

void Connection::handle(const protocol::Ack &message)
{
    m_outbox.settle(message);
}

void Connection::handle(const protocol::Refusal &message)
{
    qCInfo(lcConnection).noquote() << "The server refused:" << message.code << message.message;
    m_outbox.settle(message);
    if (message.code == u"station_taken")
        Q_EMIT stationTaken();
}

template<typename Other> void Connection::handle(const Other &message)
{
    giveToStore(message);
}

void Connection::giveToStore(const protocol::ServerMessage &message)
{
    if (!m_store.handle(message))
        breakOff(tr("The server's data had a gap."));
}

void Connection::giveUp(const QString &why)
{
    Ending ending;
    // One that spoke before is at the right address, whatever became of it.
    ending.fault = m_greeted ? Ending::Fault::Other : Ending::Fault::TimedOut;
    ending.reason = why;
    lose(ending);
}

/// What the other end says makes no sense: a new connection begins with a clean slate.
void Connection::breakOff(const QString &why)
{
    qCWarning(lcConnection).noquote() << why;
    Ending ending;
    ending.closeCode = int(CloseCode::ProtocolError);
    ending.reason = why;
    lose(ending);
}

void Connection::lose(Ending ending)
{
    ending.retryAfter = m_retryAfter;
    if (m_liveSince)
        m_rhythm.noteLive(m_clock.monotonic() - *m_liveSince);
    const NextAction action = nextAction(ending);
    const std::chrono::milliseconds waited = waitedAlready(action.retry);
    dropSocket(ending.reason);
    m_status.trouble = action.trouble;
    m_status.detail = ending.reason;
    const auto wait = m_rhythm.next(action.retry, m_address->isPrivate(), ending.retryAfter);
    m_status.retryIn = std::max(wait - waited, 0ms);
    m_status.attempt = m_rhythm.attempts();
    m_retry.start(m_status.retryIn);
    qCInfo(lcConnection).noquote() << "Disconnected:" << ending.reason << "- trying again in"
                                   << m_status.retryIn.count() << "ms";
    setState(ConnectionState::Waiting);
}

/// The rhythm is one of beginnings: an attempt that hung has waited long enough. Else a server that
/// comes back just then would be found only after the next wait.
std::chrono::milliseconds Connection::waitedAlready(Retry retry) const
{
    const bool wasTry = retry == Retry::Rhythm && !m_liveSince;
    return wasTry ? m_clock.monotonic() - m_triedAt : 0ms;
}

/// Trouble and attempt stay as they are until Live, so that a refused wall screen does not flicker
/// between two sentences each minute.
void Connection::setState(ConnectionState state)
{
    m_status.state = state;
    m_status.lag = lag();
    if (state == ConnectionState::Live)
        m_status = {state, m_status.lag, Trouble::None, {}, 0, 0ms, m_status.roundTrip, true};
    else if (state != ConnectionState::Syncing)
        m_status.roundTrip = std::chrono::milliseconds(-1);
    if (state != ConnectionState::Waiting)
        m_status.retryIn = 0ms;
    m_store.setConnectionStatus(m_status);
}

Lag Connection::lag() const
{
    if (m_status.state != ConnectionState::Live)
        return Lag::None;
    if (!m_linkUp)
        return Lag::LinkDown;
    return m_heartbeat.isLate() ? Lag::LateAnswers : Lag::None;
}

/// What changes while the state stays.
void Connection::refreshStatus()
{
    if (m_status.state != ConnectionState::Live)
        return;
    m_status.lag = lag();
    m_status.roundTrip = m_heartbeat.roundTrip().value_or(m_status.roundTrip);
    m_store.setConnectionStatus(m_status);
}

void Connection::setLinkUp(bool isUp)
{
    m_linkUp = isUp;
    refreshStatus();
    m_heartbeat.probe();
}

void Connection::send(const QByteArray &frame)
{
    if (m_socket)
        m_socket->sendText(frame);
}

} // namespace pressboard::client
