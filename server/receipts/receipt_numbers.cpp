// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_numbers.h"

#include "server/log/event_log.h"
#include "server/push/session.h"
#include "shared/base/limits.h"
#include "shared/base/random_id.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

static constexpr int noticesRemembered = 1000; ///< of notices whose numbers were told

ReceiptNumbers::ReceiptNumbers(const EventLog &log, const StationRegistry &registry,
                               ReceiptStore &store, ReceiptBudget &budget,
                               redis::Connection &connection, redis::Keys keys, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_registry(registry)
    , m_store(store)
    , m_budget(budget)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_clock(clock)
    , m_origin(randomId())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReceiptNumbers::tellAll);
}

void ReceiptNumbers::arrived(Session &session)
{
    if (session.station().hearsReceipts)
        m_hearers.insert(&session);
    else
        m_hearers.remove(&session);
}

void ReceiptNumbers::left(Session &session)
{
    m_hearers.remove(&session);
}

void ReceiptNumbers::announced(StreamId notice)
{
    m_changed.insert(notice, false);
    if (!m_timer.isActive())
        m_timer.start(limits::receiptsInterval);
}

void ReceiptNumbers::changed(StreamId notice, const QString &station,
                             protocol::ReceiptState reached, Moment when)
{
    m_recent.note(notice, station, reached, when);
    change(notice, true);
}

void ReceiptNumbers::uncertain(StreamId notice)
{
    m_recent.forget(notice);
}

void ReceiptNumbers::handleControl(QByteArrayView message)
{
    if (!message.startsWith(receiptsMessage))
        return;
    const QByteArrayList words = message.sliced(receiptsMessage.size()).toByteArray().split(' ');
    const auto id = StreamId::parse(QByteArrayView(words.first()));
    if (!id || words.value(1) == m_origin)
        return;
    m_recent.forget(*id);
    change(*id, false);
}

void ReceiptNumbers::change(StreamId notice, bool tellOthers)
{
    m_changed[notice] = m_changed.value(notice) || tellOthers;
    if (!m_timer.isActive())
        m_timer.start(std::chrono::milliseconds(0));
}

/// Of each notice at most once in limits::receiptsInterval; what came meanwhile is told after it.
void ReceiptNumbers::tellAll()
{
    const auto now = m_clock.monotonic();
    if (m_toldAt.size() > noticesRemembered)
        m_toldAt.clear();
    for (auto each = m_changed.begin(); each != m_changed.end();) {
        const auto told = m_toldAt.constFind(each.key());
        const bool isEarly = told != m_toldAt.cend() && now - *told < limits::receiptsInterval;
        if (isEarly || (isHeardOf(each.key()) && !m_budget.mayRead())) {
            ++each;
            continue;
        }
        m_toldAt.insert(each.key(), now);
        if (*each)
            tellServers(each.key());
        tell(each.key());
        each = m_changed.erase(each);
    }
    if (!m_changed.isEmpty())
        m_timer.start(std::chrono::milliseconds(limits::receiptsInterval) / 4);
}

void ReceiptNumbers::tellServers(StreamId notice)
{
    const QByteArray message = receiptsMessage.toByteArray() + notice.toBytes() + ' ' + m_origin;
    m_connection.command({"PUBLISH", m_keys.controlChannel(), message}, nullptr, {});
}

void ReceiptNumbers::tell(StreamId notice)
{
    if (!isHeardOf(notice))
        return;
    if (const ReceiptRows *known = m_recent.find(notice, m_clock.monotonic()))
        return tellHearers(notice, *known);
    m_store.read(notice, this, [this, notice](const std::optional<ReceiptRows> &rows) {
        if (!rows)
            return;
        m_recent.insert(notice, *rows, m_clock.monotonic());
        tellHearers(notice, *rows);
    });
}

void ReceiptNumbers::tellHearers(StreamId notice, const ReceiptRows &rows) const
{
    const QByteArray text =
        protocol::encode(protocol::Receipts{notice, rows.counts(onlineAsked())});
    for (Session *hearer : m_hearers) {
        if (mayKnow(*hearer, rows.publisher))
            hearer->answer(text);
    }
}

bool ReceiptNumbers::mayKnow(const Session &session, const QString &publisher)
{
    return session.identity().mayManage()
        || (!session.identity().isAnybody()
            && publisherOfUser(session.identity().user) == publisher);
}

/// Empty: it is not kept any more, and anybody's.
QString ReceiptNumbers::publisherOf(StreamId notice) const
{
    const Notice *kept = m_log.book().notice(notice);
    return kept ? kept->publisher : QString();
}

bool ReceiptNumbers::isHeardOf(StreamId notice) const
{
    const QString publisher = publisherOf(notice);
    return std::any_of(m_hearers.begin(), m_hearers.end(), [&](const Session *hearer) {
        return publisher.isEmpty() || mayKnow(*hearer, publisher);
    });
}

bool ReceiptNumbers::isOnline(const QString &station) const
{
    const StationRecord *record = m_registry.station(station);
    return record && m_registry.isOnline(*record);
}

ReceiptRows::IsOnline ReceiptNumbers::onlineAsked() const
{
    return [this](const QString &station) { return isOnline(station); };
}

} // namespace pressboard::server
