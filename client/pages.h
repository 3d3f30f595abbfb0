// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pressboard {
class Clock;
}

namespace pressboard::client {

class Board;
class BoardPage;
class ChartsPage;
class DueWork;
class MainWindow;
class NoticesPanel;
class Notifier;
class OrderActions;
class OrdersPage;
class Page;
class Settings;
class StationDesk;
class StationsPage;
class Store;
class Theme;
class TodayPage;

/// The pages of the window, and what its bell opens: the one place that knows which there are and
/// what each is made of. The window owns them.
class Pages
{
public:
    /// All must outlive the window.
    Pages(MainWindow &window, const Theme &theme, const Store &store, Board &board,
          Notifier &notifier, Settings &settings, OrderActions &orderActions, const Clock &clock,
          StationDesk &stations);

    /// The one --page names; null for any other word.
    Page *named(QStringView name) const;

    BoardPage &board() const { return *m_board; }
    OrdersPage &orders() const { return *m_orders; }
    ChartsPage &charts() const { return *m_charts; }
    TodayPage &today() const { return *m_today; }
    DueWork &dueWork() const { return *m_dueWork; }
    StationsPage &stations() const { return *m_stations; }
    NoticesPanel &notices() const { return *m_notices; }

private:
    DueWork *m_dueWork;
    BoardPage *m_board;
    OrdersPage *m_orders;
    ChartsPage *m_charts;
    TodayPage *m_today;
    StationsPage *m_stations;
    NoticesPanel *m_notices;
};

} // namespace pressboard::client
