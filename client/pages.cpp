// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pages.h"

#include "client/charts/charts_page.h"
#include "client/orders/orders_page.h"
#include "client/widgets/board_page.h"
#include "client/widgets/main_window.h"

namespace pressboard::client {

Pages::Pages(MainWindow &window, const Theme &theme, const Store &store, Board &board,
             Settings &settings, const Clock &clock)
    : m_board(new BoardPage(theme, store, board))
    , m_orders(new OrdersPage(theme, store, clock, settings))
    , m_charts(new ChartsPage(theme, store))
{
    window.addPage(m_board); // Ctrl+1
    window.addPage(m_orders); // Ctrl+2
    window.addPage(m_charts); // Ctrl+3
}

} // namespace pressboard::client
