// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QWidget>

namespace pressboard::client {

class Board;
class ListViews;
class OrderActions;
class PageTabs;
class Panel;
class RowList;
class Theme;

/// The four panels, in one, two or three columns by the window's width. Under 1100 the right
/// column becomes tabs over the left one; where that is too low for two lists, each has its tab.
/// Wide and low, with something above it, a list of steps stands beside one of orders.
class BoardPanels final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the panels.
    BoardPanels(const Theme &theme, Board &board, OrderActions &actions, QWidget *parent = nullptr);

    Panel &running() const { return *m_running; }
    Panel &ready() const { return *m_ready; }
    Panel &urgent() const { return *m_urgent; }
    Panel &completed() const { return *m_completed; }
    QList<Panel *> panels() const { return {m_running, m_ready, m_urgent, m_completed}; }
    QList<RowList *> lists() const;
    ListViews &views() const { return *m_views; }

    /// After the lists' titles: tabs say the same.
    void refreshTabs();
    /// Selects the order where it is listed first, and shows that list; false when nowhere.
    bool selectOrder(CrmId orderId);
    /// The first order of the first list that has one: what Enter in the search opens.
    CrmId firstOrder() const;

Q_SIGNALS:
    void typed(const QString &letters);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Columns {
        Single, ///< one list at a time
        One, ///< steps, or one of the lists of orders
        Pairs, ///< wide and low: a list of steps beside one of orders
        Two,
        Three,
    };

    void connectPanel(Panel *panel);
    QStringList tabTitles(bool counted) const;
    void layOut();
    void layOutTabbed(QRect body);
    QList<QList<Panel *>> groups() const;
    void bringToFront(Panel *panel);
    int frontGroup() const;
    void layOutPairs(QRect body);
    void layOutTwo(const QRect &body);
    void layOutThree(const QRect &body);
    void stackSteps(const QRect &column);
    void stackOrders(const QRect &column, int pitch);
    void showFront();
    Columns columns() const;

    const Theme &m_theme;
    PageTabs *m_tabs;
    Panel *m_running;
    Panel *m_ready;
    Panel *m_urgent;
    Panel *m_completed;
    Panel *m_front; ///< in the group whose tab is chosen
    ListViews *m_views;
};

} // namespace pressboard::client
