// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/big_style.h"

#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

BigStyle::BigStyle(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::colorsChanged, this, &BigStyle::changed);
}

bool BigStyle::isDark() const
{
    return m_look == ThemeChoice::Auto ? m_theme.isDark() : m_look == ThemeChoice::Dark;
}

const Tokens &BigStyle::tokens() const
{
    return tokensFor(isDark(), m_theme.isStale());
}

const Tokens &BigStyle::liveTokens() const
{
    return tokensFor(isDark(), false);
}

void BigStyle::setLook(ThemeChoice look)
{
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed();
}

void BigStyle::setScale(double scale)
{
    m_scale = scale;
    Q_EMIT changed();
}

QFont BigStyle::font(int design, Weight weight) const
{
    QFont font = m_theme.font(design, weight);
    font.setPixelSize(std::max(1, px(design)));
    return font;
}

TextLine BigStyle::text(const QString &text, int design, const QColor &color, Weight weight) const
{
    return {text, font(design, weight), color};
}

TextLine BigStyle::fitting(const QString &text, int design, int least, int width,
                           const QColor &color, Weight weight) const
{
    TextLine line = this->text(text, design, color, weight);
    for (int size = design - 2; size >= least && line.width() > width; size -= 2)
        line.font = font(size, weight);
    return line;
}

void BigStyle::paintRule(QPainter &painter, int left, int top, int width, const QColor &color) const
{
    painter.fillRect(left, top, width, std::max(1, px(1)), color);
}

void BigStyle::paintVertical(QPainter &painter, int left, int top, int height,
                             const QColor &color) const
{
    painter.fillRect(left, top, std::max(1, px(1)), height, color);
}

void BigStyle::paintPanel(QPainter &painter, const QRect &box) const
{
    const Tokens &t = tokens();
    const double pen = std::max(1, px(1));
    const double inset = pen / 2;
    const double radius = px(Theme::panelRadius);
    painter.setPen(QPen(t.line, pen));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace pressboard::client
