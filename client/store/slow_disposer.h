// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QTimer>

namespace pressboard::client {

/// A book that nobody reads any more, on its way out of memory. To let 20,000 orders go at once
/// would take a tenth of a second in which the window stands still: they go some in each turn of
/// the loop.
class SlowDisposer
{
public:
    SlowDisposer();

    /// What is left of the one before goes at once: two snapshots that close are rare.
    void dispose(Book book);

private:
    void letSomeGo();

    Book m_book;
    QList<CrmId> m_orders; ///< still in it
    QTimer m_turn;
};

} // namespace pressboard::client
