// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/paint_pace.h"
#include "client/window/header_words.h"
#include "shared/base/crm_id.h"
#include "shared/base/time.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace pressboard::client {

class Actions;
class Board;
class OrderActions;
class OrderPopup;
class Page;
class PageArea;
class PageStack;
class SidePanel;
class Store;
class Theme;

/// The header over the pages, one of them in front. The window shows what the store says, switches
/// pages, and tells what the user wants; it decides nothing, and what a page is about it does not
/// know: client/pages.cpp does.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the window.
    MainWindow(Theme &theme, const Store &store, Board &board, Actions &actions,
               const OrderActions &orderActions, const Clock &clock);

    /// Appends a tab; Ctrl and its number bring the page to the front. The window owns it.
    void addPage(Page *page);
    /// What the bell opens. The window owns it.
    void setSide(SidePanel *side);
    Page *currentPage() const;
    void showPage(Page *page);

    void setSurroundings(const Surroundings &surroundings);
    /// Comes to the front, also from the tray.
    void raiseUp();
    /// Selects the order on the page in front, else on the first page that has it; opens its card
    /// when none has.
    void showOrder(CrmId orderId);
    /// As if the words were typed into the search, with Enter.
    void find(const QString &words);
    /// The order with exactly this code on its card, whatever page, list or filter is in front.
    void openScanned(const QString &scanned);
    /// Somebody types, and the keys have not come yet: where no field wants them, the search gets
    /// them all, the input method's first one too.
    void expectTyping();
    void openNotices();
    void openActivity();
    /// Everything that may differ from what is painted: also called each second for the clock.
    void refresh();

    HeaderBar &header() const { return *m_header; }
    OrderPopup &orderPopup() const { return *m_orderPopup; }
    PageArea &area() const { return *m_area; }

Q_SIGNALS:
    void closed();
    /// 知道了 to what the server could not read: the first so many messages, which were shown.
    void unreadAcknowledged(int messages);
    void crmSilenceChosen(); ///< somebody wants to know more about it
    void scanMissed(); ///< no order has what was scanned

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void connectStore();
    void connectHeader();
    void connectOrders(const OrderActions &orderActions);
    void toggleNotices();
    void refreshSoon();
    void refreshHeader();
    void refreshSide();
    void openOrder(CrmId orderId);
    void openFound();
    void openShortcuts();
    void openUnread();
    void popUpMenu(const QPoint &below);
    void introduceInputMethod();
    LinkFacts link() const;

    Theme &m_theme;
    const Store &m_store;
    Board &m_board;
    Actions &m_actions;
    const Clock &m_clock;
    HeaderBar *m_header;
    PageStack *m_pages;
    OrderPopup *m_orderPopup;
    PageArea *m_area;
    SidePanel *m_side = nullptr; ///< null until set
    Surroundings m_surroundings;
    std::chrono::milliseconds m_statusSince{0}; ///< monotonic
    QTimer m_second;
    PaintPace m_pace;
    bool m_knowsInputMethod = false; ///< see introduceInputMethod()
    bool m_isOutdated = false; ///< many changes become one refresh, with the next picture
};

} // namespace pressboard::client
