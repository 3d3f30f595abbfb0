// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/retired_book.h"

#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int ordersPerTurn = 500;

} // namespace

RetiredBook::RetiredBook()
{
    m_turn.setInterval(0ms);
    m_turn.callOnTimeout([this] { letSomeGo(); });
}

void RetiredBook::take(Book book)
{
    m_book = std::move(book);
    m_orders = m_book.orders().keys();
    m_turn.start();
}

void RetiredBook::letSomeGo()
{
    for (int i = 0; i < ordersPerTurn && !m_orders.isEmpty(); ++i)
        m_book.takeOrder(m_orders.takeLast());
    if (!m_orders.isEmpty())
        return;
    m_book = Book();
    m_turn.stop();
}

} // namespace pressboard::client
