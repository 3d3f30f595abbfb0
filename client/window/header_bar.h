// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"

#include <QWidget>

namespace pressboard::client {

class Actions;
class Banner;
class HeaderButton;
class PageTabs;
class SearchField;
class Theme;

/// What the header says at one moment.
struct HeaderFacts
{
    QString state; ///< 已连接
    bool live = false;
    QString lastChange; ///< 最近变化 10:32
    QString
        caution; ///< the CRM is silent, or nothing can be written: takes the place of the two above
    QString linkDetail; ///< the tooltip of the state: round trip, reason
    QString mute; ///< 免打扰, with its end when it is on
    int unread = 0; ///< notices
    int turns = 0; ///< 轮到你, counted with them
    bool maySend = false; ///< notices
    QString station;
    QString clock; ///< HH:mm of the shop
    QString clockWarning;
    BannerWords banner;
};

/// Tabs, search, and at the right what is true right now. While the board is not live the banner
/// takes the place of everything between the search and the menu.
class HeaderBar final : public QWidget
{
    Q_OBJECT
public:
    /// `theme` and `actions` must outlive it.
    HeaderBar(const Theme &theme, const Actions &actions, QWidget *parent = nullptr);

    void show(const HeaderFacts &facts);
    void setPages(const QStringList &titles);
    void setCurrentPage(int index);
    void openMenu(); ///< as a click on its button does
    void setNoticesOpen(bool open); ///< the bell is filled meanwhile
    SearchField &search() const { return *m_search; }
    const Banner &banner() const { return *m_banner; }
    QString stateText() const; ///< as displayed: the banner's words while it is shown
    QString clockText() const { return m_clock; }

Q_SIGNALS:
    void pageRequested(int index);
    void muteRequested(const QPoint &below);
    void noticesRequested();
    void stateChosen(); ///< a click on how the board is
    void menuRequested(const QPoint &below);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QString bellName(const HeaderFacts &facts);
    HeaderButton *addItem(bool action, const QString &icon, const QString &name);
    void connectItems(const Actions &actions);
    void retranslate();
    void applySizes();
    void layOut();
    void arrange(bool tight);
    void placeItems(int from);
    void placeBanner(int end);
    void compact(int room, int roomWithoutTabs);
    int itemsWidth() const;
    int clockWidth() const;

    const Theme &m_theme;
    QStringList m_titles; ///< of the pages
    int m_page = 0; ///< in front
    PageTabs *m_tabs;
    SearchField *m_search;
    HeaderButton *m_state;
    HeaderButton *m_change;
    HeaderButton *m_clockWarning;
    HeaderButton *m_mute;
    HeaderButton *m_bell;
    HeaderButton *m_send; ///< only for those who may
    HeaderButton *m_station;
    HeaderButton *m_menu;
    Banner *m_banner;
    QString m_clock;
    bool m_bannerShown = false;
    bool m_maySend = false;
    bool m_cautions = false; ///< shows facts.caution: that is never shortened
};

} // namespace pressboard::client
