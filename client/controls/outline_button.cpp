// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/outline_button.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

OutlineButton::OutlineButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void OutlineButton::setColors(const QColor &ink, const QColor &border, const QColor &ground)
{
    m_ink = ink;
    m_border = border;
    m_ground = ground;
    update();
}

QSize OutlineButton::sizeHint() const
{
    const int words = TextLine{text(), m_theme.font(14), {}}.width();
    return {words + m_theme.px(24), m_theme.px(28)};
}

void OutlineButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pressed = isDown() || underMouse();
    const qreal pen = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_border, pen));
    painter.setBrush(pressed ? m_ink : m_ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2),
                            Theme::controlRadius, Theme::controlRadius);
    TextLine{text(), m_theme.font(14), pressed ? m_ground : m_ink}.paint(painter, rect(),
                                                                         Qt::AlignHCenter);
}

} // namespace pressboard::client
