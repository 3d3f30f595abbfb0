// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/event_log.h"

#include "server/log/frames.h"

#include <algorithm>

namespace pressboard::server {

/// The log's own entries are not delivered as such. The retirement of one order is, as an order
/// that is gone; one that names several can only be followed by a snapshot. (Our writer names one.)
static bool needsSnapshot(const Event &event, const Change &change)
{
    return event.isInternal() && removedOrder(event).isNull()
        && std::any_of(change.orders.begin(), change.orders.end(),
                       [](const OrderChange &order) { return order.kind == RowChange::Removed; });
}

EventLog::EventLog(qsizetype ringBytes, QStringList joinSteps, CustomFields customFields,
                   QObject *parent)
    : QObject(parent)
    , m_ready(std::move(joinSteps))
    , m_ring(ringBytes)
{
    m_book.setCustomFields(customFields);
}

LogPlace EventLog::place() const
{
    return m_place.id == position() ? m_place : LogPlace{position(), {}, {}};
}

void EventLog::append(const Event &event)
{
    const Change change = apply(m_book, event);
    if (!change.advanced)
        return;
    m_ready.update(m_book, change);
    const bool snapshot = needsSnapshot(event, change);
    if (snapshot) {
        startOver(event.id);
    } else {
        RingEntry entry = liveEntry(event, change, m_book);
        if (!Hindsight::isSteady(event, entry, m_book))
            m_steadySince = event.id;
        if (m_classicReaders && entry.kind != FrameKind::Silent)
            entry.classic = classicTextOf(event);
        m_ring.append(std::move(entry));
    }
    Q_EMIT applied(event, change);
    if (snapshot)
        Q_EMIT wasReset();
    Q_EMIT grew();
}

void EventLog::skip(StreamId id)
{
    if (id <= m_book.position)
        return;
    m_book.advanceTo(id);
    m_ring.append(silentEntry(id));
    Q_EMIT grew();
}

bool EventLog::appendHistory(const Event &event)
{
    if (event.id > m_steadySince && m_ring.prepend(m_hindsight.entryOf(event, m_book)))
        return true;
    m_ring.setBase(event.id);
    return false;
}

bool EventLog::skipHistory(StreamId id)
{
    if (id > m_steadySince && m_ring.prepend(silentEntry(id)))
        return true;
    m_ring.setBase(id);
    return false;
}

void EventLog::appendDerived(FrameKind kind, QByteArray text, QByteArray classic)
{
    RingEntry entry;
    entry.id = m_book.position;
    entry.kind = kind;
    entry.derived = true;
    entry.text = std::move(text);
    entry.classic = std::move(classic);
    m_ring.append(std::move(entry));
    Q_EMIT grew();
}

void EventLog::reset(Book book, StreamId steadySince)
{
    book.setCustomFields(m_book.customFields());
    m_book = std::move(book);
    m_ready.rebuild(m_book);
    startOver(m_book.position);
    m_steadySince = steadySince;
    m_place = {position(), {}, {}};
    m_loss.reset();
    Q_EMIT wasReset();
}

void EventLog::reset(Book book)
{
    const StreamId position = book.position;
    reset(std::move(book), position);
}

void EventLog::startOver(StreamId id)
{
    m_ring.clear();
    m_ring.setBase(id);
    m_hindsight.forget();
    m_steadySince = id;
}

QJsonObject EventLog::effectiveStats(QDate today) const
{
    return pressboard::effectiveStats(m_book, m_ready, today);
}

} // namespace pressboard::server
