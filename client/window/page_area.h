// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/side_panel.h"

#include <QPointer>
#include <QWidget>

namespace pressboard::client {

class PageStack;
class Theme;

/// Everything below the header: the pages, and at their right the side panel while it is open.
/// Where the pages keep enough room it stands beside them, else it lies over them.
class PageArea final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the pages; `theme` must outlive it.
    PageArea(const Theme &theme, PageStack *pages, QWidget *parent = nullptr);

    /// Takes it, closed.
    void setSide(SidePanel *side);
    void open(SidePanel::View view);
    /// The keyboard goes back to where it was before.
    void close();
    bool isOpen() const { return m_side != nullptr && m_open; }
    bool isBeside() const;
    /// Whether the side panel hides it: nobody would see the keyboard there.
    bool covers(const QWidget &widget) const;

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int sideWidth() const;
    void layOut();

    const Theme &m_theme;
    PageStack *m_pages;
    SidePanel *m_side = nullptr;
    QPointer<QWidget> m_focusBefore;
    bool m_open = false;
};

} // namespace pressboard::client
