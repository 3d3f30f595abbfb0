// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pages.h"

#include "client/answers/due_work.h"
#include "client/board/board_page.h"
#include "client/charts/charts_page.h"
#include "client/models/board.h"
#include "client/notices/notices_panel.h"
#include "client/orders/orders_page.h"
#include "client/stations/stations_page.h"
#include "client/today/today_first.h"
#include "client/today/today_page.h"
#include "client/window/main_window.h"

namespace pressboard::client {

Pages::Pages(MainWindow &window, const Theme &theme, const Store &store, Board &board,
             Notifier &notifier, Settings &settings, OrderActions &orderActions, const Clock &clock,
             StationDesk &stations)
    : m_dueWork(new DueWork(store, std::chrono::seconds(1), &window))
    , m_board(new BoardPage(theme, store, board, orderActions))
    , m_orders(new OrdersPage(theme, store, clock, settings, orderActions))
    , m_charts(new ChartsPage(theme, store, orderActions))
    , m_today(new TodayPage(theme, store, board, *m_dueWork, orderActions))
    , m_stations(new StationsPage(theme, store, stations))
    , m_notices(new NoticesPanel(theme, store, notifier, settings, clock, orderActions))
{
    m_board->setFirst(new TodayFirst(theme, store, board, *m_dueWork, orderActions));
    window.addPage(m_board); // Ctrl+1
    window.addPage(m_orders); // Ctrl+2
    window.addPage(m_charts); // Ctrl+3
    window.addPage(m_today); // Ctrl+4
    window.addPage(m_stations); // Ctrl+5
    window.setSide(m_notices);
    QObject::connect(m_dueWork, &DueWork::changed, &board,
                     [work = m_dueWork, &board] { board.judge(work->judgements()); });
}

Page *Pages::named(QStringView name) const
{
    if (name == u"board")
        return m_board;
    if (name == u"orders")
        return m_orders;
    if (name == u"today")
        return m_today;
    if (name == u"stations")
        return m_stations;
    return name == u"charts" ? m_charts : nullptr;
}

} // namespace pressboard::client
