// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/fold_line.h"

#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

FoldLine::FoldLine(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true); // checked: unfolded
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void FoldLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    if (isChecked() || underMouse())
        painter.fillRect(rect(), t.hover);
    const int size = m_theme.px(16);
    const int left = m_theme.px(15);
    Icon(isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"))
        .paint(painter, QRect(left, (height() - size) / 2, size, size), t.text2);
    const int words = left + size + m_theme.px(6);
    TextLine{text(), m_theme.font(13), t.text2}.paint(
        painter, QRect(words, 0, width() - words - left, height()));
    if (isChecked())
        fillHairline(painter, QRect(0, height() - 1, width(), 1), t.hair);
    if (hasFocus()) {
        painter.setPen(QPen(t.blue, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace pressboard::client
