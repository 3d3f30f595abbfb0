// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTabBar>

namespace pressboard::client {

class Theme;

/// Titles in a row, the current one bold over a blue line: the header's pages, and the board's
/// lists where the window is narrow. Qt's own tab bar underneath knows keys and screen readers.
class PageTabs final : public QTabBar
{
    Q_OBJECT
public:
    explicit PageTabs(const Theme &theme, QWidget *parent = nullptr);

    /// In a dialog: its colours never drain.
    void setLive(bool live) { m_live = live; }
    void setTitles(const QStringList &titles);
    /// Half the gaps, where the full ones have no room.
    void setTight(bool tight);
    int current() const { return currentIndex(); }
    void setCurrent(int index) { setCurrentIndex(index); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    /// Where a title's words stand; as wide as in the bold face, so that nothing moves.
    QRect wordsOf(int index) const;
    int wordsWidth(int index) const;
    int halfGap() const;

    const Theme &m_theme;
    bool m_live = false;
    bool m_tight = false;
    bool m_focusByKey = false;
};

} // namespace pressboard::client
