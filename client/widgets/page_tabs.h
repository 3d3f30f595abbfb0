// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace pressboard::client {

class Theme;

/// Titles in a row, the current one bold over a blue line: the header's pages, and the board's
/// lists where the window is narrow.
class PageTabs final : public QWidget
{
    Q_OBJECT
public:
    explicit PageTabs(const Theme &theme, QWidget *parent = nullptr);

    /// In a dialog: its colours never drain.
    void setLive(bool live) { m_live = live; }
    void setTitles(const QStringList &titles);
    const QStringList &titles() const { return m_titles; }
    int current() const { return m_current; }
    void setCurrent(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    /// Where each title stands; widths are those of the bold face, so that nothing moves.
    QList<QRect> places() const;

    const Theme &m_theme;
    QStringList m_titles;
    int m_current = 0;
    bool m_live = false;
    bool m_focusByKey = false;
};

} // namespace pressboard::client
