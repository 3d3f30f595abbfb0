// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/side_panel.h"
#include "client/notify/seen_watch.h"
#include "shared/base/time.h"

class QStackedWidget;

namespace pressboard::client {

class ActivityFeed;
class FeedList;
class NoticeFeed;
class Notifier;
class OrderActions;
class PageTabs;
class SearchField;
class Settings;
class Store;
class Theme;
class TitleButton;
class TurnStrip;

/// What the bell opens: 通知 and 动态, with a search of their own.
class NoticesPanel final : public SidePanel
{
    Q_OBJECT
public:
    /// All must outlive it.
    NoticesPanel(const Theme &theme, const Store &store, Notifier &notifier,
                 const Settings &settings, const Clock &clock, OrderActions &actions,
                 QWidget *parent = nullptr);

    void showView(View view) override;
    View view() const override;
    void focusList() override;
    void refresh(const LinkFacts &link) override;

    FeedList &noticeList() const { return *m_noticeList; }
    FeedList &activityList() const { return *m_activityList; }
    TurnStrip &turns() const { return *m_turns; }
    SearchField &search() const { return *m_search; }
    PageTabs &tabs() const { return *m_tabs; }
    TitleButton &allReadButton() const { return *m_allRead; }
    TitleButton &mineButton() const { return *m_mine; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectLists();
    void connectTools();
    void retranslate();
    void layOut();
    void placeTools(int top);
    void applySearch();
    void applySteps();
    void markSeen();
    void markAllRead();
    void choose(const QModelIndex &row);
    void refreshWords();
    FeedList &front() const;

    const Theme &m_theme;
    const Store &m_store;
    Notifier &m_notifier;
    const Settings &m_settings;
    const Clock &m_clock;
    OrderActions &m_actions;
    NoticeFeed *m_noticeFeed;
    ActivityFeed *m_activityFeed;
    PageTabs *m_tabs;
    TitleButton *m_close;
    SearchField *m_search;
    TitleButton *m_allRead;
    TitleButton *m_mine; ///< only what concerns 我的工序
    TurnStrip *m_turns;
    FeedList *m_noticeList;
    FeedList *m_activityList;
    QStackedWidget *m_lists;
    SeenWatch m_seen;
    bool m_mineOnly = true; ///< of a station that has steps
};

} // namespace pressboard::client
