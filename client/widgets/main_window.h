// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/status_words.h"
#include "shared/base/time.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace pressboard::client {

class Actions;
class Board;
class BoardPage;
class HeaderBar;
class NoticeList;
class NoticesPopup;
class NumbersStrip;
class OrderPopup;
class Store;
class Theme;

/// What the window knows beside the store.
struct Surroundings
{
    bool configured = true; ///< a server is set
    QString station;
    QString mutedUntil; ///< a clock time; empty: toasts are not muted
    int unread = 0;
    bool mineOnly = false; ///< lists are narrowed to 我的工序
};

/// The board's window: header, numbers, lists. It shows what the store and the models say, and
/// tells what the user wants; it decides nothing.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the window.
    MainWindow(Theme &theme, const Store &store, Board &board, const NoticeList &notices,
               Actions &actions, const Clock &clock);

    void setSurroundings(const Surroundings &surroundings);
    /// Comes to the front, also from the tray.
    void raiseUp();
    /// Selects the order in its list, or opens its card when no list has it.
    void showOrder(qint64 orderId);
    void openNotices();
    /// Everything that may differ from what is painted: also called each second for the clock.
    void refresh();

    HeaderBar &header() const { return *m_header; }
    NumbersStrip &numbers() const { return *m_numbers; }
    BoardPage &page() const { return *m_page; }
    OrderPopup &orderPopup() const { return *m_orderPopup; }
    /// What the window shows, for a check from outside: numbers as displayed, connection, rows.
    QJsonObject report() const;

Q_SIGNALS:
    void copyRequested(qint64 orderId);
    void crmRequested(qint64 orderId);
    void stationRequested();
    void noticesOpened();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectStore();
    void connectHeader();
    void connectBoard();
    void refreshSoon();
    void refreshHeader();
    void refreshLists();
    void nameLists();
    void openOrder(qint64 orderId);
    void openFound();
    void popUpMenu(const QPoint &below);
    void popUpRowMenu(qint64 orderId, const QPoint &at);
    LinkFacts link() const;

    Theme &m_theme;
    const Store &m_store;
    Board &m_board;
    Actions &m_actions;
    const Clock &m_clock;
    HeaderBar *m_header;
    NumbersStrip *m_numbers;
    BoardPage *m_page;
    OrderPopup *m_orderPopup;
    NoticesPopup *m_notices;
    Surroundings m_surroundings;
    std::chrono::milliseconds m_statusSince{0}; ///< monotonic
    QTimer m_second;
    QTimer m_soon; ///< many changes of one turn of the loop become one refresh
};

} // namespace pressboard::client
