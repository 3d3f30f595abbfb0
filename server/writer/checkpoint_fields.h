// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"

#include <QByteArrayList>

#include <optional>

namespace pressboard::server {

/// What one checkpoint writes: the book, or some of its orders, as it was when this was made. To
/// put a large book into JSON takes a second, in which the log wants to be read: it is done in
/// slices, from a copy of the book that shares its rows with the living one.
class CheckpointFields
{
public:
    /// Of `orders`, those that are in the book are to be written and the others to be deleted;
    /// nullopt: the whole book.
    CheckpointFields(const EventLog &log, const std::optional<QList<CrmId>> &orders);

    /// Goes over so many rows (orders and steps) at most, give or take one order's.
    void write(int rows);
    bool isReady() const { return !m_book; }

    const LogPlace &place() const { return m_place; }
    const QString &epoch() const { return m_epoch; }
    // Once ready:
    const QByteArrayList &sets() const { return m_sets; } ///< field, value, field, value…
    const QByteArrayList &deletes() const { return m_deletes; } ///< fields

private:
    int writeOrder(const CrmId &orderId);

    LogPlace m_place;
    QString m_epoch;
    std::optional<Book> m_book; ///< until all of it is written
    QList<CrmId> m_orders;
    qsizetype m_next = 0;
    QByteArrayList m_sets;
    QByteArrayList m_deletes;
};

} // namespace pressboard::server
