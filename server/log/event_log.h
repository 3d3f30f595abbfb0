// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "shared/protocol/messages.h"
#include "shared/state/apply.h"
#include "shared/state/book.h"
#include "shared/state/event.h"
#include "shared/state/views.h"

#include <QObject>

namespace pressboard::server {

/// The ordered log in memory: the book, and the ring of encoded frames. Everything a client ever
/// sees passes through append(); everything the checkpoint writes is reported by applied().
class EventLog : public QObject
{
    Q_OBJECT
public:
    EventLog(qsizetype ringBytes, QStringList joinSteps, QObject *parent = nullptr);

    const Book &book() const { return m_book; }
    const Ring &ring() const { return m_ring; }
    const ReadyIndex &ready() const { return m_ready; }
    StreamId position() const { return m_book.position; }

    /// Applies, encodes, appends to the ring. Older events are ignored.
    void append(const Event &event);
    /// A rejected or unreadable entry: nobody sees it, the position moves.
    void skip(StreamId id);
    /// History from before the book's position, newest first, to fill the ring backwards. Only
    /// encoded, not applied. False when the ring is full. Unknown past audiences: see .cpp.
    bool appendHistory(const Event &event);
    void setHistoryBase(StreamId base) { m_ring.setBase(base); }
    /// A derived frame for everybody concerned (numbers, source), in order with the events.
    void appendDerived(FrameKind kind, QByteArray text, bool toClassic);
    /// Start, reload, new epoch: another book altogether; every session needs a snapshot unless
    /// its position is in the (emptied) ring.
    void reset(Book book);

    /// The numbers the cards show at the shop's `today`.
    QJsonObject effectiveStats(QDate today) const;

Q_SIGNALS:
    /// For each event that moved the book, in order, synchronously.
    void applied(const pressboard::Event &event, const pressboard::Change &change);
    /// After append/skip/appendDerived: there is something new at the ring's end. The hub sends
    /// once per turn of the loop.
    void grew();
    void wasReset();

private:
    Book m_book;
    ReadyIndex m_ready;
    Ring m_ring;
};

} // namespace pressboard::server
