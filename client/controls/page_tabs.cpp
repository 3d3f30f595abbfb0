// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/page_tabs.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QFocusEvent>
#include <QPainter>
#include <QSignalBlocker>

namespace pressboard::client {

namespace {

constexpr int textPx = 15;
constexpr int gap = 24;
constexpr int underline = 2;

} // namespace

PageTabs::PageTabs(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    // A font of another size is what makes the tab bar measure anew.
    const auto measure = [this] { setFont(m_theme.font(textPx)); };
    connect(&theme, &Theme::sizesChanged, this, measure);
    measure();
}

void PageTabs::setTitles(const QStringList &titles)
{
    const QSignalBlocker quiet(this); // nobody chose another tab
    while (count() > titles.size())
        removeTab(count() - 1);
    for (int i = 0; i < titles.size(); ++i) {
        if (i >= count())
            addTab(titles.at(i));
        else if (tabText(i) != titles.at(i))
            setTabText(i, titles.at(i));
    }
    setFocusPolicy(count() > 1 ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
}

void PageTabs::setTight(bool tight)
{
    if (m_tight == tight)
        return;
    m_tight = tight;
    if (count() > 0)
        setTabText(0, tabText(0)); // measures anew
}

int PageTabs::halfGap() const
{
    return m_theme.px(m_tight ? gap / 2 : gap) / 2;
}

int PageTabs::wordsWidth(int index) const
{
    return TextLine{tabText(index), m_theme.font(textPx, Theme::Weight::Bold), {}}.width();
}

/// Half a gap on each side, none at the two ends.
QSize PageTabs::tabSizeHint(int index) const
{
    const int sides = int(index > 0) + int(index + 1 < count());
    return {wordsWidth(index) + sides * halfGap(), std::max(m_theme.px(32), height())};
}

QRect PageTabs::wordsOf(int index) const
{
    const int before = index > 0 ? halfGap() : 0;
    return {tabRect(index).left() + before, 0, wordsWidth(index), height()};
}

QSize PageTabs::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSizeHint(i).width();
    return {width, m_theme.px(32)};
}

void PageTabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_live ? m_theme.liveTokens() : m_theme.tokens();
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const bool current = i == currentIndex();
        const QRect box = wordsOf(i);
        const auto weight = current ? Theme::Weight::Bold : Theme::Weight::Regular;
        TextLine{tabText(i), m_theme.font(textPx, weight), current ? t.text : t.text2}.paint(
            painter, box);
        const int tall = m_theme.px(underline);
        if (current)
            painter.fillRect(box.left(), height() - tall, box.width(), tall, t.blue);
    }
    if (hasFocus() && m_focusByKey && currentIndex() >= 0) {
        painter.setPen(QPen(t.blue, 1));
        painter.drawRect(wordsOf(currentIndex()).adjusted(0, 6, -1, -7));
    }
}

void PageTabs::focusInEvent(QFocusEvent *event)
{
    m_focusByKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QTabBar::focusInEvent(event);
}

} // namespace pressboard::client
