// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace pressboard::client {

class Board;
class BoardListModel;
class PageTabs;
class Panel;
class RowList;
class Theme;
class ViewPopup;

/// The four panels, in one, two or three columns by the window's width. Under 1100 the right
/// column becomes tabs over the left one.
class BoardPanels final : public QWidget
{
    Q_OBJECT
public:
    /// `board` must outlive the panels.
    BoardPanels(const Theme &theme, Board &board, QWidget *parent = nullptr);

    Panel &running() const { return *m_running; }
    Panel &ready() const { return *m_ready; }
    Panel &urgent() const { return *m_urgent; }
    Panel &completed() const { return *m_completed; }
    QList<Panel *> panels() const { return {m_running, m_ready, m_urgent, m_completed}; }
    QList<RowList *> lists() const;

    void setTabTitles(const QStringList &titles);
    /// What the button 我的工序 of each list narrows it to.
    void setMySteps(const QStringList &steps);
    /// Lets the titles say how their lists are looked at now.
    void refreshViews();
    bool isNarrowed(const Panel &panel) const;
    /// Selects the order where it is listed first, and shows that list; false when nowhere.
    bool selectOrder(qint64 orderId);
    /// The first order of the first list that has one: what Enter in the search opens.
    std::optional<qint64> firstOrder() const;

Q_SIGNALS:
    void typed(const QString &letters);
    void openRequested(qint64 orderId);
    void copyRequested(qint64 orderId);
    void menuRequested(qint64 orderId, const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Columns { One, Two, Three };
    enum Tab { StepsTab, UrgentTab, CompletedTab };

    void connectPanel(Panel *panel);
    void openView(Panel *panel, const QPoint &below);
    BoardListModel &listOf(const Panel &panel) const;
    void layOut();
    void layOutOne(QRect body);
    void layOutTwo(const QRect &body);
    void layOutThree(const QRect &body);
    void stackSteps(const QRect &column);
    void stackOrders(const QRect &column, int pitch);
    void showTab();
    Columns columns() const;

    const Theme &m_theme;
    Board &m_board;
    PageTabs *m_tabs;
    Panel *m_running;
    Panel *m_ready;
    Panel *m_urgent;
    Panel *m_completed;
    ViewPopup *m_viewPopup;
    Panel *m_viewed = nullptr; ///< whose view the popup shows
    QStringList m_mySteps;
};

} // namespace pressboard::client
