// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/page_tabs.h"

#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 15;
constexpr int gap = 24;
constexpr int underline = 2;

} // namespace

PageTabs::PageTabs(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
}

void PageTabs::setTitles(const QStringList &titles)
{
    if (m_titles == titles)
        return;
    m_titles = titles;
    setFocusPolicy(titles.size() > 1 ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

void PageTabs::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= m_titles.size())
        return;
    m_current = index;
    setAccessibleName(m_titles.at(index));
    update();
    Q_EMIT currentChanged(index);
}

QList<QRect> PageTabs::places() const
{
    QList<QRect> places;
    int left = 0;
    for (const QString &title : m_titles) {
        const int wide = TextLine{title, m_theme.font(textPx, Theme::Weight::Bold), {}}.width();
        places.append(QRect(left, 0, wide, height()));
        left += wide + m_theme.px(gap);
    }
    return places;
}

QSize PageTabs::sizeHint() const
{
    const QList<QRect> all = places();
    return {all.isEmpty() ? 0 : all.last().right() + 1, m_theme.px(32)};
}

void PageTabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_live ? m_theme.liveTokens() : m_theme.tokens();
    QPainter painter(this);
    const QList<QRect> all = places();
    for (int i = 0; i < all.size(); ++i) {
        const bool current = i == m_current;
        const auto weight = current ? Theme::Weight::Bold : Theme::Weight::Regular;
        TextLine{m_titles.at(i), m_theme.font(textPx, weight), current ? t.text : t.text2}.paint(
            painter, all.at(i).adjusted(0, 0, 1, 0));
        const int tall = m_theme.px(underline);
        if (current)
            painter.fillRect(all.at(i).left(), height() - tall, all.at(i).width(), tall, t.blue);
    }
    if (hasFocus() && m_focusByKey && !all.isEmpty()) {
        painter.setPen(QPen(t.blue, 1));
        painter.drawRect(all.at(m_current).adjusted(0, 6, -1, -7));
    }
}

void PageTabs::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> all = places();
    const int reach = m_theme.px(gap) / 2;
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).adjusted(-reach, 0, reach, 0).contains(event->position().toPoint()))
            setCurrent(i);
    }
}

void PageTabs::focusInEvent(QFocusEvent *event)
{
    m_focusByKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void PageTabs::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setCurrent(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        setCurrent(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace pressboard::client
