// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"
#include "shared/state/event.h"

#include <QList>
#include <QSet>

#include <optional>

namespace pressboard::server::ctl {

/// What an import has to write, judged against the book as it stands at that very moment: only what
/// is news, so that the same file twice is the file once, and an import that was cut off goes on
/// where it ended. Whoever writes makes sure that the log has not moved in between.
class ImportPlan
{
public:
    struct Counts
    {
        qsizetype written = 0; ///< orders of the file that were new or different
        qsizetype unchanged = 0;
        qsizetype leftAlone = 0; ///< of both: the log knew something newer of a row
        qsizetype removed = 0; ///< orders that the file does not know
    };

    /// The next piece of work; all is done when the one that `isLast` is written.
    struct Batch
    {
        QList<Event> events;
        qsizetype next = 0; ///< first line after those judged here
        Counts counts; ///< of this batch
        bool isLast = false; ///< nothing follows
    };

    /// Enough to keep Redis busy, little enough to be judged before somebody else writes.
    static constexpr qsizetype batchEvents = 128;
    static constexpr qsizetype batchLines = 512;

    /// `orders` as ImportFile has them. What was touched after `asOf` is newer than they are.
    ImportPlan(QList<Event> orders, StreamId asOf, bool complete);

    /// Each event of the log after `asOf`, as often as one likes: what was deleted since must not
    /// come back, and the book does not tell.
    void note(const Event &event);
    Batch nextBatch(const Book &book) const;
    void accept(const Batch &batch);

    qsizetype orders() const { return m_orders.size(); }
    qsizetype judged() const { return m_next; } ///< of those
    const Counts &counts() const { return m_counts; }
    StreamId asOf() const { return m_asOf; }

private:
    struct Verdict
    {
        QList<Event> events;
        bool leftAlone = false;
    };

    Verdict verdictOn(const Event &order, const Book &book) const;
    void settleSteps(Event &order, const Book &book, Verdict &verdict) const;
    Event moved(const Event &order, QJsonObject step) const;
    bool isKept(const Order &order) const;
    void addRemovals(const Book &book, Batch &batch) const;

    QList<Event> m_orders;
    StreamId m_asOf;
    bool m_complete;
    QSet<CrmId> m_inFile;
    QSet<CrmId> m_deletedOrders;
    QSet<CrmId> m_deletedSteps;
    qsizetype m_next = 0;
    Counts m_counts;
};

} // namespace pressboard::server::ctl
