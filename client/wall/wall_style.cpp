// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_style.h"

#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

WallStyle::WallStyle(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::colorsChanged, this, &WallStyle::changed);
}

QFont WallStyle::font(int design, Weight weight) const
{
    QFont font = m_theme.font(design, weight);
    font.setPixelSize(std::max(1, px(design)));
    return font;
}

TextLine WallStyle::text(const QString &text, int design, const QColor &color, Weight weight) const
{
    return {text, font(design, weight), color};
}

TextLine WallStyle::fitting(const QString &text, int design, int width, const QColor &color,
                            Weight weight) const
{
    TextLine line = this->text(text, design, color, weight);
    for (int size = design - 2; size >= small && line.width() > width; size -= 2)
        line.font = font(size, weight);
    return line;
}

void WallStyle::paintRule(QPainter &painter, int left, int top, int width,
                          const QColor &color) const
{
    painter.fillRect(left, top, width, std::max(1, px(1)), color);
}

void WallStyle::paintVertical(QPainter &painter, int left, int top, int height,
                              const QColor &color) const
{
    painter.fillRect(left, top, std::max(1, px(1)), height, color);
}

void WallStyle::fit(QSize screen)
{
    m_layout = WallLayout::of(screen);
    Q_EMIT changed();
}

} // namespace pressboard::client
