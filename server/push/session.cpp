// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/session.h"

#include "server/logging/logging.h"
#include "server/platform/work_time.h"
#include "server/push/catch_up_budget.h"
#include "server/push/publish_handler.h"
#include "server/push/rights_history.h"
#include "server/push/session_host.h"
#include "server/push/session_limits.h"
#include "server/push/snapshot_cache.h"
#include "server/push/station_post.h"
#include "server/push/sync_plan.h"
#include "server/push/synced_writer.h"
#include "server/wire/frame.h"
#include "server/wire/push_counters.h"
#include "shared/base/cut_text.h"
#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/message_type.h"

#include <QJsonDocument>
#include <QPointer>

namespace pressboard::server {

using Bound = ClientBudget::Bound;

static Viewer viewerOf(const Identity &identity, Viewer::Dialect dialect)
{
    return {dialect, identity.mayViewOrders(), false, identity.groups()};
}

static bool isKnownType(QByteArrayView type)
{
    return protocol::isClientType(type);
}

static QByteArray toText(const QString &ref, const PublishOutcome &outcome)
{
    if (const auto *refusal = std::get_if<PublishRefusal>(&outcome))
        return protocol::encode(protocol::Refusal{ref, refusal->code, refusal->message});
    return protocol::encode(std::get<Published>(outcome).acks.first());
}

Session::Session(std::unique_ptr<Wire> wire, AdmittedClient client,
                 std::shared_ptr<ClientBudget> shared,
                 const protocol::ConnectionEstablished &greeting, const SessionContext &context,
                 QObject *parent)
    : QObject(parent)
    , m_wire(std::move(wire))
    , m_feed(context.feed)
    , m_viewer(viewerOf(client.identity, client.dialect))
    , m_identity(std::move(client.identity))
    , m_tokenHash(std::move(client.tokenHash))
    , m_grant(std::move(client.grant))
    , m_context(context)
    , m_budget(context.limits)
    , m_sharedBudget(std::move(shared))
    , m_keepAlive(context.limits.keepAlive, now())
{
    m_wire->setHandler(m_wireAdapter);
    connect(m_wire.get(), &Wire::closed, this, &Session::ended);

    if (m_viewer.isClassic()) {
        sendFrame(protocol::encodeClassic(greeting));
        m_cursor = m_feed.ring().end();
        becomeLive();
    } else {
        sendFrame(protocol::encode(greeting));
        waitFor(m_context.limits.helloWait);
    }
}

Session::~Session() = default;

std::chrono::milliseconds Session::now() const
{
    return m_context.clock.monotonic();
}

// --- from the client ---------------------------------------------------------------------------

void Session::receive(const QByteArray &text)
{
    m_keepAlive.heard(now());
    if (!allow(text.size()))
        return;
    const auto begin = platform::workTime();
    if (m_viewer.isClassic())
        readClassic(text);
    else
        readV1(text);
    const std::chrono::duration<double, std::milli> took = platform::workTime() - begin;
    spend(Bound::Work, took.count());
}

bool Session::allow(qsizetype bytes)
{
    return m_state != State::Closing && spend(Bound::Messages)
        && (bytes == 0 || spend(Bound::Bytes, double(bytes)));
}

/// False when there is no more to spend: then it is closed.
bool Session::spend(Bound bound, double amount)
{
    QString setting;
    if (m_state == State::Closing)
        return false;
    if (trySpend(bound, amount, setting))
        return true;
    ++m_context.counters.exceeded[setting];
    close(CloseCode::TooMany,
          setting.isEmpty() ? QStringLiteral("too many pings")
                            : QStringLiteral("too much for %1").arg(setting));
    return false;
}

/// `setting` is what it met when it may not.
bool Session::trySpend(Bound bound, double amount, QString &setting)
{
    if (!m_budget.trySpend(bound, now(), amount)) {
        setting = ClientBudget::settingOf(bound);
        return false;
    }
    if (m_sharedBudget && !m_sharedBudget->trySpend(bound, now(), amount)) {
        setting = QStringLiteral("user-share");
        return false;
    }
    return true;
}

void Session::receiveControl(qint64 bytes)
{
    spend(Bound::Control, double(bytes));
}

void Session::receiveFragment()
{
    allow(0);
}

/// The seed's server ignored everything that it understood as JSON, but for pings.
void Session::readClassic(const QByteArray &text)
{
    const auto type = protocol::messageType(text);
    if (type && *type != "ping")
        return;
    if (text.size() > m_context.limits.pingBytes) {
        close(CloseCode::ProtocolError, QStringLiteral("a ping is not so large"));
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isNull())
        answer(protocol::classicBadJson());
    else if (type)
        answer(protocol::encodeClassic(protocol::Pong{}));
}

void Session::readV1(const QByteArray &text)
{
    const auto type = protocol::messageType(text);
    if (type && !isKnownType(*type))
        return; // a later version's message: ignored, as the protocol wants it
    if (text.size() > mostBytesOf(type.value_or(QByteArrayView()))) {
        close(CloseCode::ProtocolError, QStringLiteral("a message that is too large for its type"));
        return;
    }
    if (isReader() && protocol::valueCount(text) > m_context.limits.readersValues) {
        close(CloseCode::ProtocolError, QStringLiteral("a message of too many values"));
        return;
    }
    const auto message = protocol::decodeClient(text);
    if (message)
        std::visit([this](const auto &known) { handle(known); }, *message);
    else
        close(CloseCode::ProtocolError, message.error().message);
}

bool Session::isReader() const
{
    return !m_identity.mayNotify() && !m_identity.mayPublish();
}

/// Reading a message costs us more than sending it costs them.
qsizetype Session::mostBytesOf(QByteArrayView type) const
{
    if (type == "hello" || type == "token")
        return m_context.limits.helloBytes;
    if (type == "ping")
        return m_context.limits.pingBytes;
    return isReader() ? m_context.limits.readersBytes : qsizetype(limits::frameBytes);
}

void Session::receiveBinary(qint64 bytes)
{
    m_keepAlive.heard(now());
    if (!allow(bytes))
        return;
    if (m_viewer.isClassic())
        answer(protocol::classicBadJson());
    else
        close(CloseCode::ProtocolError, QStringLiteral("binary frames mean nothing here"));
}

void Session::handle(const protocol::Hello &hello)
{
    m_context.host.confirmSource();
    // Legal at any time: a client that lost its way asks for another sync. Not without end, and not
    // without reading.
    if (m_state != State::AwaitingHello && !spend(Bound::Hellos))
        return;
    if (m_wire->bytesPending() > m_context.limits.replyBytes) {
        close(CloseCode::TooSlow, QStringLiteral("asks for more than it reads"));
        return;
    }
    forgetSync();
    m_form = hello.features.contains(protocol::zlibFeature) ? Snapshot::Form::Zlib
                                                            : Snapshot::Form::Text;
    const bool takesTextIds = hello.features.contains(protocol::textIdsFeature);
    // What it has so far is then another board, from which nothing leads to this one.
    const bool hearsAlarms = hello.features.contains(protocol::alarmsFeature);
    const bool isOtherBoard = m_state != State::AwaitingHello
        && (takesTextIds != m_viewer.textIds || hearsAlarms != m_viewer.alarms);
    m_viewer.textIds = takesTextIds;
    m_viewer.alarms = hearsAlarms;
    m_wantsUnread = hello.features.contains(protocol::unreadFeature) && m_identity.mayManage();
    noteStation(hello); // a small snapshot is sent at once, and what it told stands behind that
    sync(isOtherBoard ? std::nullopt : hello.resume);
    tellUnread();
}

void Session::noteStation(const protocol::Hello &hello)
{
    const auto text = [](const QString &said) { return cutToUnits(said, limits::stationText); };
    const auto has = [&hello](QLatin1StringView feature) {
        return hello.features.contains(feature);
    };
    m_station = {};
    if (!m_identity.isAnybody())
        m_station.id = hello.stationId;
    m_station.run = text(hello.run);
    m_station.name = text(hello.station);
    m_station.kind = text(hello.kind);
    m_station.version = text(hello.clientVersion);
    m_station.system = text(hello.system);
    m_station.language = text(hello.language);
    m_station.hearsReceipts = has(protocol::receiptsFeature);
    m_station.hearsStations = has(protocol::stationsFeature);
    if (m_context.post && m_state != State::Closing)
        m_context.post->arrived(*this);
}

void Session::refuse(const QString &ref, const QString &code, const QString &message)
{
    answer(protocol::encode(protocol::Refusal{ref, code, message}));
}

/// Each costs Redis something, as a publish does.
template<typename Other> void Session::handle(const Other &message)
{
    QString ref;
    if constexpr (requires { message.ref; })
        ref = message.ref;
    if (m_state == State::AwaitingHello)
        close(CloseCode::ProtocolError, QStringLiteral("a message before hello"));
    else if (QString setting; !trySpend(Bound::Publishes, 1, setting))
        refuse(ref, QStringLiteral("too_many"), QStringLiteral("Too much at once: wait a moment."));
    else if (m_context.post)
        m_context.post->handle(*this, message);
    else
        refuse(ref, QStringLiteral("unavailable"), QStringLiteral("Nobody is there for that."));
}

void Session::handle(const protocol::Ping &)
{
    m_context.host.confirmSource();
    answer(protocol::encode(protocol::Pong{m_context.clock.now(), m_position}));
}

void Session::handle(const protocol::Publish &publish)
{
    if (m_state == State::AwaitingHello) {
        close(CloseCode::ProtocolError, QStringLiteral("publish before hello"));
    } else if (QString setting; !trySpend(Bound::Publishes, 1, setting)) {
        ++m_context.counters.publishesRefused;
        answer(protocol::encode(
            protocol::Refusal{publish.ref, QStringLiteral("too_many"),
                              QStringLiteral("Too many publishes: wait a few seconds.")}));
    } else if (publish.type == event_type::notice
               && publish.data.contains(QLatin1StringView("call"))) {
        call(publish);
    } else {
        submit(publish);
    }
}

void Session::submit(const protocol::Publish &publish)
{
    const QPointer<Session> waiting(this);
    m_context.publishes.handle(m_identity, {publish},
                               [waiting, ref = publish.ref](const PublishOutcome &outcome) {
                                   if (waiting)
                                       waiting->answer(toText(ref, outcome));
                               });
}

/// Costs a signature, and may be answered with the whole board.
void Session::handle(const protocol::Token &token)
{
    if (m_state == State::AwaitingHello)
        close(CloseCode::ProtocolError, QStringLiteral("token before hello"));
    else if (spend(Bound::Hellos))
        m_context.host.renew(*this, token);
}

void Session::setLogin(Login login)
{
    m_grant = login.grant;
    m_identity = std::move(login.identity);
    m_viewer.viewOrders = m_identity.mayViewOrders();
    m_viewer.groups = m_identity.groups();
    m_wantsUnread = m_wantsUnread && m_identity.mayManage();
    if (m_context.post && !m_station.id.isEmpty())
        m_context.post->arrived(*this);
}

/// Somebody comes running: not without end.
void Session::call(protocol::Publish publish)
{
    if (!m_calls.tryAcquire(now())) {
        refuse(publish.ref, QStringLiteral("too_many"),
               QStringLiteral("Help was called for several times already: wait a moment."));
        return;
    }
    publish.data.insert(QLatin1StringView("station"), m_station.name);
    submit(publish);
}

// --- coming up to date -------------------------------------------------------------------------

void Session::sync(const std::optional<protocol::Hello::Resume> &resume)
{
    m_state = State::Syncing;
    const LogPosition place{m_feed.log().book().epoch, m_feed.log().position()};
    const SyncPlan plan =
        planSync(resume, place, m_feed.ring(), m_context.rights.movedAt(m_identity));
    switch (plan.way) {
    case SyncPlan::Way::Wait:
        m_progress = AheadOfLog{*resume};
        waitFor(limits::resumeWait);
        m_context.host.noteAhead(resume->position);
        return;
    case SyncPlan::Way::Resume:
        m_position = resume->position;
        startReplay(plan.cursor);
        break;
    case SyncPlan::Way::Snapshot:
        startSnapshot(plan.reason);
        break;
    }
    pump();
}

void Session::startReplay(Ring::Serial cursor)
{
    m_cursor = cursor;
    m_progress = Replay{m_feed.ring().end(), m_context.synced.tell(m_viewer)};
    sendFrame(protocol::encode(protocol::Sync{protocol::Sync::Mode::Resume, {}}));
}

void Session::startSnapshot(const QString &reason)
{
    forgetSync();
    m_state = State::Syncing;
    const auto snapshot = m_context.snapshots.snapshotFor(m_viewer);
    m_progress = SnapshotInParts{snapshot};
    m_cursor = snapshot->end().cursor;
    sendFrame(protocol::encode(protocol::Sync{protocol::Sync::Mode::Snapshot, reason}));
}

void Session::startAgain(const QString &reason)
{
    if (m_viewer.isClassic()) {
        m_cursor = m_feed.ring().end();
        return;
    }
    if (m_state == State::Syncing || m_state == State::Live)
        startSnapshot(reason);
}

void Session::forgetSync()
{
    m_deadline.reset();
    m_progress = {};
}

/// The ring has moved past the cursor before the client took what was there.
void Session::overtaken()
{
    if (m_viewer.isClassic() || m_wasOvertaken) {
        close(CloseCode::TooSlow, QStringLiteral("too slow"));
        return;
    }
    m_wasOvertaken = true;
    ++m_context.counters.overtaken;
    startSnapshot(QStringLiteral("overtaken"));
}

void Session::becomeLive()
{
    forgetSync();
    m_wasOvertaken = false;
    m_state = State::Live;
}

// --- to the client -----------------------------------------------------------------------------

void Session::pump()
{
    while (m_wire->isReady() && sendMore()) { }
}

/// A client that reads a long snapshot over a slow network gets our ping late; that it reads it at
/// all is a sign of life.
void Session::goOn()
{
    m_keepAlive.heard(now());
    pump();
}

/// One step. False when there is nothing to send now.
bool Session::sendMore()
{
    if (m_state == State::Live)
        return sendLive();
    return m_state == State::Syncing && sendSync();
}

bool Session::sendLive()
{
    if (m_cursor == m_feed.ring().end())
        return false;
    if (m_cursor < m_feed.ring().first()) {
        overtaken();
        return true;
    }
    sendBatch(m_feed.batch(m_cursor, m_feed.ring().end(), m_viewer, Feed::Mode::Live));
    // One batch a turn: in a burst all can read theirs while the next one is being sent, instead
    // of one after the other having everything pile up in the kernel.
    if (m_wire->isReady() && m_cursor != m_feed.ring().end())
        m_context.host.pumpSoon();
    return false;
}

bool Session::sendSync()
{
    if (const auto *ahead = std::get_if<AheadOfLog>(&m_progress))
        return endWait(*ahead);
    if (m_cursor < m_feed.ring().first()) {
        overtaken(); // also in the middle of a snapshot, which nothing could follow
        return true;
    }
    if (auto *parts = std::get_if<SnapshotInParts>(&m_progress))
        return sendPart(*parts);
    return sendReplay(std::get<Replay>(m_progress));
}

bool Session::endWait(const AheadOfLog &ahead)
{
    if (m_feed.log().position() < ahead.resume.position)
        return false;
    const protocol::Hello::Resume resume = ahead.resume;
    forgetSync();
    sync(resume);
    return true;
}

bool Session::sendReplay(const Replay &replay)
{
    if (m_cursor == replay.end) {
        m_wire->write(replay.synced);
        becomeLive();
        return true;
    }
    if (!mayCatchUp())
        return false;
    const Batch &batch = m_feed.batch(m_cursor, replay.end, m_viewer, Feed::Mode::Replay);
    m_context.catchUp.spend(batch.bytes);
    sendBatch(batch);
    return true;
}

bool Session::mayCatchUp()
{
    if (m_context.catchUp.isLeft())
        return true;
    m_context.host.pumpSoon();
    return false;
}

bool Session::sendPart(SnapshotInParts &parts)
{
    Snapshot &snapshot = *parts.snapshot;
    if (snapshot.isDropped()) {
        overtaken();
        return true;
    }
    if (!snapshot.isReady()) {
        m_context.host.pumpSoon();
        return false;
    }
    if (parts.nextPart == snapshot.count()) {
        m_wire->write(snapshot.end().synced);
        m_position = snapshot.end().position;
        becomeLive();
        if (m_context.post)
            m_context.post->gotSnapshot(*this);
        return true;
    }
    if (!mayCatchUp())
        return false;
    m_context.catchUp.spend(snapshot.costOf(parts.nextPart, m_form));
    m_wire->write(snapshot.part(parts.nextPart, m_form));
    ++parts.nextPart;
    return true;
}

void Session::sendBatch(const Batch &batch)
{
    const qsizetype taken = batch.run.isEmpty() ? 0 : m_wire->send(batch.run);
    m_cursor = taken == batch.run.count() ? batch.end : batch.after.at(taken - 1);
    m_position = m_feed.ring().at(m_cursor - 1).id;
    m_feed.countDelivered(taken);
}

void Session::answer(const QByteArray &text)
{
    if (m_state == State::Closing)
        return;
    if (m_wire->bytesPending() > m_context.limits.replyBytes)
        close(CloseCode::TooSlow, QStringLiteral("answers are not being read"));
    else
        sendFrame(text);
}

void Session::tellUnread()
{
    if (m_wantsUnread && !m_context.unread.isEmpty())
        answer(m_context.unread);
}

void Session::sendFrame(const QByteArray &text)
{
    m_wire->write(textFrame(text));
}

void Session::close(CloseCode code, const QString &reason)
{
    if (m_state == State::Closing)
        return;
    m_state = State::Closing;
    forgetSync();
    qCInfo(lcPush).noquote().nospace() << "Closing " << m_wire->peer() << " (" << m_identity.user
                                       << ") with " << int(code) << ": " << reason;
    ++m_context.counters.closed[int(code)];
    m_wire->close(code, reason);
}

/// Without a close frame, which would only wait behind what the client does not take.
void Session::abandon(const QString &reason)
{
    if (m_state == State::Closing)
        return;
    m_state = State::Closing;
    forgetSync();
    qCInfo(lcPush).noquote().nospace()
        << "Dropping " << m_wire->peer() << " (" << m_identity.user << "): " << reason;
    ++m_context.counters.stuck;
    m_wire->abort();
}

// --- deadlines ---------------------------------------------------------------------------------

void Session::checkAlive()
{
    if (m_state == State::Closing)
        return;
    if (m_grant && m_context.clock.now() >= m_grant->expires)
        return close(CloseCode::Unauthorized, QStringLiteral("token ended"));
    switch (m_keepAlive.check(now(), !m_wire->isReady())) {
    case KeepAlive::Finding::Fine:
        return;
    case KeepAlive::Finding::Silent:
        m_wire->ping();
        return;
    case KeepAlive::Finding::Dead:
        close(CloseCode::Reconnect, QStringLiteral("no sign of life"));
        return;
    case KeepAlive::Finding::Stuck:
        abandon(QStringLiteral("takes nothing"));
        return;
    }
}

void Session::waitFor(std::chrono::milliseconds time)
{
    m_deadline = now() + time;
    m_context.host.watchDeadline(*this);
}

bool Session::checkDeadline()
{
    if (!m_deadline || m_state == State::Closing)
        return false;
    if (now() < *m_deadline)
        return true;
    if (m_state == State::AwaitingHello) {
        close(CloseCode::ProtocolError, QStringLiteral("no hello"));
    } else if (m_context.host.isEndDoubted()) {
        m_deadline = now() + limits::resumeWait;
        return true;
    } else {
        startSnapshot(QStringLiteral("ahead"));
        pump();
    }
    return false;
}

} // namespace pressboard::server
