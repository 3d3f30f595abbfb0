// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/corner_button.h"

#include "client/text/plain_tip.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

CornerButton::CornerButton(const Theme &theme, const Icon &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

QSize CornerButton::sizeHint() const
{
    return {m_theme.px(28), m_theme.px(28)};
}

void CornerButton::say(const QString &sentence)
{
    showPlainTip(mapToGlobal(rect().bottomLeft()), sentence, this);
}

void CornerButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), t.hover);
    const int size = m_theme.px(16);
    m_icon.paint(painter, QRect((width() - size) / 2, (height() - size) / 2, size, size), t.text2);
    if (hasFocus()) {
        painter.setPen(QPen(t.blue, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace pressboard::client
