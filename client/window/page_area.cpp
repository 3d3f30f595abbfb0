// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/page_area.h"

#include "client/theme/theme.h"
#include "client/window/page_stack.h"

#include <QApplication>

#include <algorithm>

namespace pressboard::client {

namespace {

/// What the pages need to stay as they are: with less, the board would fold its columns into
/// tabs, and everything would jump each time somebody reads a notice.
constexpr int twoColumnsNeed = 1100;
constexpr int threeColumnsNeed = 1500;

} // namespace

PageArea::PageArea(const Theme &theme, PageStack *pages, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(pages)
{
    m_pages->setParent(this);
    connect(&theme, &Theme::sizesChanged, this, &PageArea::layOut);
}

void PageArea::setSide(SidePanel *side)
{
    m_side = side;
    side->setParent(this);
    side->hide();
    connect(side, &SidePanel::closeRequested, this, &PageArea::close);
    layOut();
}

void PageArea::open(SidePanel::View view)
{
    if (m_side == nullptr)
        return;
    const bool wasOpen = std::exchange(m_open, true);
    QWidget *focus = window()->focusWidget();
    if (focus == nullptr || !m_side->isAncestorOf(focus))
        m_focusBefore = focus;
    m_side->showView(view);
    layOut();
    m_side->show();
    m_side->focusList();
    if (!wasOpen)
        Q_EMIT openChanged(true);
}

void PageArea::close()
{
    if (!isOpen())
        return;
    m_open = false;
    QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus != nullptr && m_side->isAncestorOf(focus);
    QWidget *back =
        m_focusBefore != nullptr && m_focusBefore->isVisible() ? m_focusBefore.data() : window();
    m_side->hide();
    if (hadFocus)
        back->setFocus(Qt::OtherFocusReason);
    layOut();
    Q_EMIT openChanged(false);
}

int PageArea::sideWidth() const
{
    return std::min(m_theme.px(SidePanel::wide), width());
}

bool PageArea::isBeside() const
{
    const int need = m_theme.isRoomy() ? threeColumnsNeed : twoColumnsNeed;
    return isOpen() && width() - sideWidth() >= m_theme.px(need);
}

bool PageArea::covers(const QWidget &widget) const
{
    if (!isOpen() || isBeside() || !m_pages->isAncestorOf(&widget))
        return false;
    return widget.mapTo(this, QPoint(0, 0)).x() >= m_side->x();
}

void PageArea::layOut()
{
    const int side = m_side == nullptr ? 0 : sideWidth();
    m_pages->setGeometry(0, 0, isBeside() ? width() - side : width(), height());
    if (m_side == nullptr)
        return;
    m_side->setGeometry(width() - side, 0, side, height());
    m_side->raise();
}

void PageArea::resizeEvent(QResizeEvent *)
{
    layOut();
}

} // namespace pressboard::client
