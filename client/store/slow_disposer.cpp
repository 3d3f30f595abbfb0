// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/slow_disposer.h"

#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int ordersPerTurn = 500;

/// A book's memory lies between that of its successor, and would else stay with the program.
void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

SlowDisposer::SlowDisposer()
{
    m_turn.setInterval(0ms);
    m_turn.callOnTimeout([this] { letSomeGo(); });
}

void SlowDisposer::dispose(Book book)
{
    m_book = std::move(book);
    m_orders = m_book.orders().keys();
    m_turn.start();
}

void SlowDisposer::letSomeGo()
{
    for (int i = 0; i < ordersPerTurn && !m_orders.isEmpty(); ++i)
        m_book.takeOrder(m_orders.takeLast());
    if (!m_orders.isEmpty())
        return;
    m_turn.stop();
    m_book = Book();
    giveMemoryBack();
}

} // namespace pressboard::client
