// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/text_pool.h"
#include "shared/protocol/messages.h"
#include "shared/state/book.h"

#include <QList>

namespace pressboard::client {

/// The second book, built from the parts of a snapshot while the first stays on the screen.
/// What arrives between the parts and `synced` is held back and applied to the new book.
class IncomingBook
{
public:
    // More is no shop's board, but a server that goes on and on.
    static constexpr int mostParts = 100'000;
    static constexpr qsizetype mostOrders = 300'000;
    static constexpr qsizetype mostHeld = 200'000;

    IncomingBook() = default;
    /// Of a shop with these fields of its own.
    explicit IncomingBook(const CustomFields &fields) { m_book.setCustomFields(fields); }

    /// False when the part does not follow the one before it: the snapshot is worthless.
    /// What is still as in `current`, the book on the screen, is shared with it, so that two books
    /// need little more memory than one.
    [[nodiscard]] bool add(const protocol::SnapshotPart &part, const Book &current,
                           TextPool &texts);
    /// Events and orders that came into sight, in the order of their arrival.
    /// False when there are too many.
    [[nodiscard]] bool hold(const protocol::ServerMessage &message);

    int part() const { return m_part; }
    int parts() const { return m_parts; }
    /// All parts are there.
    bool isWhole() const { return m_part > 0 && m_part == m_parts; }
    /// When its rows last really changed; null when they know no position.
    StreamId lastTouch() const { return m_lastTouch; }
    /// Only when isWhole(); leaves this empty.
    Book take(const protocol::Synced &synced);
    const QList<protocol::ServerMessage> &held() const { return m_held; }

private:
    Book m_book;
    StreamId m_lastTouch;
    int m_part = 0; ///< the last one added
    int m_parts = 0;
    QList<protocol::ServerMessage> m_held;
};

} // namespace pressboard::client
