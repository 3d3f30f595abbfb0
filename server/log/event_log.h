// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/hindsight.h"
#include "server/log/log_place.h"
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
    EventLog(qsizetype ringBytes, QStringList joinSteps, CustomFields customFields = {},
             QObject *parent = nullptr);

    const Book &book() const { return m_book; }
    const Ring &ring() const { return m_ring; }
    const ReadyIndex &ready() const { return m_ready; }
    StreamId position() const { return m_book.position; }
    /// The same, with what shows that the log is still the one it is a position of.
    LogPlace place() const;
    /// To be told after the entries up to `place` were appended or skipped.
    void setPlace(LogPlace place) { m_place = std::move(place); }
    /// What this log lost last, kept beside the book in the checkpoint; forgotten by reset().
    const std::optional<protocol::Loss> &loss() const { return m_loss; }
    void setLoss(const std::optional<protocol::Loss> &loss) { m_loss = loss; }

    /// Applies, encodes, appends to the ring. Older events are ignored.
    void append(const Event &event);
    /// A rejected or unreadable entry: nobody sees it, the position moves.
    void skip(StreamId id);

    /// History from the book's position backwards, newest first, to fill the ring at its old end:
    /// only encoded, not applied. All of it belongs between reset() and the first append().
    /// False when the ring is full or reaches an event whose audience is not certain
    /// (Hindsight): the ring then resumes from exactly there, and nothing older may follow.
    bool appendHistory(const Event &event);
    bool skipHistory(StreamId id); ///< a rejected entry of the past
    void setHistoryBase(StreamId base) { m_ring.setBase(base); }
    /// Behind this entry past audiences are not certain. Kept beside the book in the checkpoint.
    StreamId steadySince() const { return m_steadySince; }

    /// What the shop adds to rows, from the next event on. Values that are none of it any more go.
    void setCustomFields(const CustomFields &fields) { m_book.setCustomFields(fields); }

    /// A derived frame for everybody concerned (numbers, source), in order with the events.
    /// `classic` is what classic clients get of it; empty: nothing.
    void appendDerived(FrameKind kind, QByteArray text, QByteArray classic = {});
    /// Whether anybody needs the classic form of what is appended from now on. Nobody at first.
    void setClassicReaders(bool any) { m_classicReaders = any; }
    /// Start, reload, new epoch: another book altogether; every session needs a snapshot unless
    /// its position is in the (emptied) ring.
    void reset(Book book, StreamId steadySince);
    /// The same for a book of which no past is known.
    void reset(Book book);

    /// The numbers the cards show at the shop's `today`.
    QJsonObject effectiveStats(QDate today) const;

Q_SIGNALS:
    /// For each event that moved the book, in order, synchronously.
    void applied(const pressboard::Event &event, const pressboard::Change &change);
    /// After append/skip/appendDerived: there is something new at the ring's end. The hub sends
    /// once per turn of the loop.
    void grew();
    /// Nothing in the ring leads from what clients have to the book any more: each one that is
    /// connected needs a snapshot.
    void wasReset();

private:
    void startOver(StreamId id);

    Book m_book;
    ReadyIndex m_ready;
    Ring m_ring;
    Hindsight m_hindsight;
    StreamId m_steadySince;
    std::optional<protocol::Loss> m_loss;
    LogPlace m_place; ///< of a position at or before the book's
    bool m_classicReaders = false;
};

} // namespace pressboard::server
