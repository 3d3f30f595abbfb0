// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace pressboard {
struct Notice;
struct Order;
} // namespace pressboard

namespace pressboard::protocol {

/// Writes a book as `snapshot` messages, row by row, so that whoever writes a large one can do
/// something else in between. Each row is encoded once.
class SnapshotEncoder
{
public:
    SnapshotEncoder();

    void add(const Order &order);
    void add(const Notice &notice);
    qsizetype count() const { return m_parts.size(); } ///< of parts so far

    /// The messages: parts of at most limits::snapshotPartBytes each; at least one, even when
    /// empty. A single order or notice that is larger goes alone; the book's bounds keep it below
    /// limits::frameBytes. They are numbered as standing between as many others.
    /// Each comes in pieces that follow each other, so that the rows are copied only once.
    QList<QByteArrayList> parts(qsizetype before = 0, qsizetype behind = 0) const;

private:
    /// The rows of one part, already in JSON and joined by commas.
    struct Part
    {
        QByteArray orders;
        QByteArray notices;
    };
    void add(QByteArray Part::*list, const QByteArray &row);

    QList<Part> m_parts;
};

} // namespace pressboard::protocol
