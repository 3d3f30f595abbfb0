// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/title_button.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 12;
constexpr int padding = 6;
constexpr int markSize = 14;
constexpr int iconGap = 4;
constexpr int tall = 22;

} // namespace

TitleButton::TitleButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void TitleButton::setMark(const Icon &mark)
{
    m_mark = mark;
    update();
}

void TitleButton::setOn(bool on)
{
    m_on = on;
    update();
}

int TitleButton::narrowWidth() const
{
    return m_mark.isNull() ? 0 : m_theme.px(markSize + 2 * padding);
}

QSize TitleButton::sizeHint() const
{
    int width = m_theme.px(2 * padding);
    if (!m_mark.isNull())
        width += m_theme.px(markSize);
    if (!text().isEmpty())
        width += TextLine{text(), m_theme.font(textPx), {}}.width();
    if (!m_mark.isNull() && !text().isEmpty())
        width += m_theme.px(iconGap);
    return {width, m_theme.px(tall)};
}

void TitleButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_on || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(t.blue, 2) : QPen(Qt::NoPen));
        painter.setBrush(m_on ? t.select : t.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::controlRadius,
                                Theme::controlRadius);
    }
    const QColor ink = m_on ? t.text : t.text3;
    int left = m_theme.px(padding);
    if (!m_mark.isNull()) {
        const int size = m_theme.px(markSize);
        m_mark.paint(painter, QRect(left, (height() - size) / 2, size, size), ink);
        left += size + m_theme.px(iconGap);
    }
    if (width() > narrowWidth())
        TextLine{text(), m_theme.font(textPx), ink}.paint(
            painter, QRect(left, 0, width() - left - m_theme.px(padding) + 1, height()));
}

} // namespace pressboard::client
