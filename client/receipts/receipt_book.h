// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>

namespace pressboard::client {

/// What became of notices at this station, and how much of it the server has confirmed to know.
/// Each state includes those before it, and nothing is ever taken back. Pure.
class ReceiptBook
{
public:
    using State = protocol::ReceiptState;
    static constexpr qsizetype most = 4000; ///< beyond, the oldest notices are forgotten

    /// It happened here. False when that was known.
    bool note(StreamId notice, State state);
    /// The server knows it, and what it includes. False when that was known.
    bool acknowledge(StreamId notice, State state);

    bool reached(StreamId notice, State state) const;
    /// Notices that got as far as this and no further, of which the server does not know; oldest
    /// first.
    QList<StreamId> unacknowledged(State state) const;
    QSet<StreamId> confirmed() const;

    /// For the disk; what makes no sense there is left out.
    QJsonObject toJson() const;
    static ReceiptBook fromJson(const QJsonObject &object);

    bool operator==(const ReceiptBook &) const = default;

private:
    /// How many of the states were reached.
    struct Entry
    {
        int here = 0;
        int server = 0;
        bool operator==(const Entry &) const = default;
    };
    void letGo();

    QMap<StreamId, Entry> m_entries;
};

} // namespace pressboard::client
