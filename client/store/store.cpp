// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/store.h"

#include <QTime>

#include <algorithm>
#include <utility>

namespace pressboard::client {
namespace {

QTimeZone zoneOf(const protocol::Shop &shop)
{
    const QTimeZone zone(shop.timezone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace

Store::Store(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_zone(QTimeZone::systemTimeZone())
    , m_clock(clock)
{
    m_book.isReplica = true;
}

bool Store::isStale() const
{
    return m_connection.state != ConnectionState::Live || m_connection.lag != Lag::None
        || m_source.state == protocol::SourceState::Lost;
}

Moment Store::boardNow() const
{
    return isStale() ? m_dataAsOf.value_or(now()) : now();
}

QDate Store::today() const
{
    return dateAt(boardNow(), m_zone);
}

QDate Store::shopDay(Moment moment) const
{
    const QTime start = QTime::fromString(m_shop.dayStart, QStringLiteral("HH:mm"));
    const int sinceMidnight = start.isValid() ? start.msecsSinceStartOfDay() : 0;
    return shopDayAt(moment, std::chrono::milliseconds(sinceMidnight), m_zone);
}

bool Store::isCrmSilent() const
{
    const OptionalMoment last = lastHeard();
    if (isStale() || m_shop.quietAfterSeconds <= 0 || !last)
        return false;
    return m_workHours.contains(now(), m_zone)
        && m_workHours.between(*last, now(), m_zone)
        >= std::chrono::seconds(m_shop.quietAfterSeconds);
}

std::optional<protocol::Hello::Resume> Store::resumePoint() const
{
    if (m_book.epoch.isEmpty() || m_seenAs != Identity{m_user, m_permissions, m_groups}
        || m_book.customFields() != m_shop.fields)
        return std::nullopt;
    return protocol::Hello::Resume{m_book.epoch, m_book.position};
}

bool Store::handle(const protocol::ServerMessage &message)
{
    noteNewDay();
    return std::visit([this](const auto &m) { return apply(m); }, message);
}

bool Store::apply(const protocol::ConnectionEstablished &message)
{
    m_phase = Phase::Steady;
    m_clock.adopt(message.time);
    m_user = message.user;
    m_display = message.display;
    m_permissions = message.permissions;
    m_groups = message.groups;
    m_features = protocol::features();
    m_features.removeIf(
        [&message](const QString &feature) { return !message.features.contains(feature); });
    setShop(message.shop);
    setSource(message.source);
    if (std::exchange(m_unread, {}) != m_unread) // told anew, if there is any
        Q_EMIT unreadChanged();
    return true;
}

bool Store::apply(const protocol::Sync &message)
{
    const bool snapshot = message.mode == protocol::Sync::Mode::Snapshot;
    m_phase = snapshot ? Phase::Snapshot : Phase::Replay;
    m_incoming = IncomingBook(m_shop.fields);
    return true;
}

bool Store::apply(const protocol::SnapshotPart &message)
{
    if (m_phase != Phase::Snapshot || !m_incoming.add(message, m_book, m_texts))
        return false;
    Q_EMIT syncProgressed();
    return true;
}

std::optional<double> Store::syncProgress() const
{
    if (m_phase != Phase::Snapshot || m_incoming.parts() == 0)
        return std::nullopt;
    return double(m_incoming.part()) / m_incoming.parts();
}

bool Store::apply(const protocol::Synced &message)
{
    const bool replayed = m_phase != Phase::Snapshot;
    if (!replayed && !m_incoming.isWhole())
        return false;
    m_phase = Phase::Steady;
    m_seenAs = {m_user, m_permissions, m_groups};
    setSource(message.source);
    m_dataAsOf = message.source.state == protocol::SourceState::Lost ? message.source.since : now();
    m_dayStart = message.dayStart;
    m_dayStats = message.dayStats;
    m_stats = message.stats;
    noteUnseen(message.position);
    if (replayed)
        m_book.advanceTo(message.position);
    else
        installIncoming(message);
    Q_EMIT statsChanged();
    Q_EMIT synced(replayed);
    const IncomingBook done = std::exchange(m_incoming, IncomingBook());
    return std::all_of(done.held().cbegin(), done.held().cend(),
                       [this](const auto &held) { return handle(held); });
}

bool Store::apply(const protocol::EventMessage &message)
{
    if (m_phase == Phase::Snapshot)
        return m_incoming.hold(message);
    Event event{message.id, message.type, message.data, {}, {}, {}, {}, message.publisher};
    if (message.imported)
        event.source = QStringLiteral("import");
    const Change change = pressboard::apply(m_book, event);
    if (!change.advanced)
        return true;
    noteLastChange(message);
    finish(change);
    Q_EMIT eventArrived(event, change);
    return true;
}

bool Store::apply(const protocol::Settled &message)
{
    if (m_phase == Phase::Snapshot)
        return m_incoming.hold(message);
    const Event event = protocol::eventOf(message);
    const Change change = pressboard::apply(m_book, event);
    if (!change.advanced)
        return true;
    finish(change);
    Q_EMIT eventArrived(event, change);
    return true;
}

bool Store::apply(const protocol::OwnReceipts &message)
{
    Q_EMIT ownReceiptsTold(message);
    return true;
}

bool Store::apply(const protocol::Receipts &message)
{
    Q_EMIT receiptsTold(message);
    return true;
}

bool Store::apply(const protocol::Sent &message)
{
    Q_EMIT sentTold(message);
    return true;
}

bool Store::apply(const protocol::Reminder &message)
{
    Q_EMIT reminded(message.id);
    return true;
}

bool Store::apply(const protocol::Stations &message)
{
    Q_EMIT stationsTold(message);
    return true;
}

bool Store::apply(const protocol::OrderSight &message)
{
    if (m_phase == Phase::Snapshot)
        return m_incoming.hold(message);
    if (!message.imported)
        noteUnseen(message.id);
    Change change = message.gone ? applyGone(m_book, message.id, message.orderId)
                                 : applyOrder(m_book, message.id, message.order);
    change.imported = message.imported;
    finish(change);
    return true;
}

bool Store::apply(const protocol::Numbers &message)
{
    setStats(message.stats);
    return true;
}

bool Store::apply(const protocol::SourceChanged &message)
{
    setSource(message.source);
    return true;
}

/// It counts from the server's start: fewer than are known are others.
bool Store::apply(const protocol::Unread &message)
{
    m_unread = message;
    if (message.messages < m_unreadKnown)
        m_unreadKnown = 0;
    Q_EMIT unreadChanged();
    return true;
}

int Store::unreadNews() const
{
    return std::max(0, m_unread.messages - m_unreadKnown);
}

void Store::acknowledgeUnread(int messages)
{
    m_unreadKnown = messages;
    Q_EMIT unreadChanged();
}

bool Store::apply(const protocol::Goodbye &message)
{
    Q_EMIT goodbyeReceived(message.reason);
    return true;
}

/// Events we may not see move the position, too: the pong says how far, never back. Amid a sync
/// it speaks of a book that is not ours yet.
bool Store::apply(const protocol::Pong &message)
{
    m_clock.adopt(message.time);
    if (m_phase == Phase::Steady && !m_book.epoch.isEmpty()) {
        noteUnseen(message.position);
        m_book.advanceTo(message.position);
    }
    return true;
}

void Store::setConnectionStatus(const ConnectionStatus &status)
{
    if (m_connection == status)
        return;
    m_connection = status;
    if (status.state != ConnectionState::Live && status.state != ConnectionState::Syncing)
        m_clock.letGo();
    noteAlive();
    Q_EMIT connectionChanged();
}

void Store::noteAlive()
{
    if (!isStale())
        m_dataAsOf = now();
}

StoreImage Store::image() const
{
    return {m_book,     m_stats,       m_dayStart,           m_dayStats,
            m_shop,     m_seenAs.user, m_seenAs.permissions, m_seenAs.groups,
            m_dataAsOf, m_lastChange};
}

void Store::restore(StoreImage image)
{
    m_phase = Phase::Steady;
    m_seenAs = {image.user, image.permissions, image.groups};
    m_user = image.user;
    m_permissions = image.permissions;
    m_groups = image.groups;
    m_features.clear(); // until a server says them
    m_dayStart = image.dayStart;
    m_dayStats = image.dayStats;
    m_stats = image.stats;
    m_dataAsOf = image.dataAsOf;
    setShop(image.shop);
    replaceBook(std::move(image.book));
    m_lastChange = image.lastChange;
    m_lastUnseen.reset();
    m_unread = {}; // another server's, maybe
    m_unreadKnown = 0;
    Q_EMIT unreadChanged();
    Q_EMIT statsChanged();
}

void Store::installIncoming(const protocol::Synced &message)
{
    // After a new epoch the rows know no position: then what we knew stays true.
    if (const StreamId last = m_incoming.lastTouch(); !last.isNull())
        m_lastChange = momentOf(last);
    replaceBook(m_incoming.take(message));
}

void Store::replaceBook(Book book)
{
    m_disposer.dispose(std::exchange(m_book, std::move(book)));
    m_book.isReplica = true;
    m_ready.rebuild(m_book);
    Q_EMIT bookReplaced();
}

void Store::finish(const Change &change)
{
    if (!change.advanced)
        return;
    m_texts.share(m_book, change);
    m_ready.update(m_book, change);
    Q_EMIT changed(change);
}

void Store::noteLastChange(const protocol::EventMessage &message)
{
    if (message.imported || message.type == event_type::notice)
        return;
    m_lastChange = std::max(m_lastChange, OptionalMoment(momentOf(message.id)));
}

/// A position beyond the book's proves an event that never came here: one for others, or numbers
/// for everybody, which travel without an id. Imports and the log's own entries cannot be told
/// from those; they are few, and taking them for the CRM only delays a warning.
void Store::noteUnseen(StreamId position)
{
    if (position > m_book.position)
        m_lastUnseen = std::max(m_lastUnseen, OptionalMoment(momentOf(position)));
}

/// The day turned while we were watching: the numbers we then had are its baseline, just as the
/// log's writer notes them. A client that was away is told at `synced`.
void Store::noteNewDay()
{
    if (isStale() || !m_dayStart.isValid())
        return;
    const QDate day = shopDay(now());
    if (day <= m_dayStart)
        return;
    m_dayStart = day;
    m_dayStats = m_stats;
    Q_EMIT statsChanged();
}

void Store::setStats(const QJsonObject &stats)
{
    if (m_stats == stats)
        return;
    m_stats = stats;
    Q_EMIT statsChanged();
}

void Store::setSource(const protocol::Source &source)
{
    if (m_source == source)
        return;
    const bool wasStale = isStale();
    m_source = source;
    if (!wasStale && source.state == protocol::SourceState::Lost)
        m_dataAsOf = std::min(source.since, now());
    noteAlive();
    Q_EMIT sourceChanged();
}

void Store::setShop(const protocol::Shop &shop)
{
    if (m_shop == shop)
        return;
    m_shop = shop;
    m_zone = zoneOf(shop);
    m_workHours = WorkHours::parse(shop.workHours).value_or(WorkHours());
    m_ready = ReadyIndex(shop.joinSteps);
    m_ready.rebuild(m_book);
    Q_EMIT shopChanged();
}

} // namespace pressboard::client
