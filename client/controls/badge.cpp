// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/badge.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int boxedTextPx = 12;
constexpr int boxHeight = 20;
constexpr int padding = 6;
constexpr int leastPadding = 2;

bool isBoxed(Badge::Shape shape)
{
    return shape == Badge::Shape::Filled || shape == Badge::Shape::Outlined;
}

TextLine lineOf(const Badge &badge, const Theme &theme, int textPx)
{
    const Tokens &t = theme.tokens();
    switch (badge.shape) {
    case Badge::Shape::Filled:
        return {badge.text, theme.font(boxedTextPx, Theme::Weight::Bold), t.onRed};
    case Badge::Shape::Outlined:
        return {badge.text, theme.font(boxedTextPx, Theme::Weight::Bold), t.orange};
    case Badge::Shape::Ink:
        return {badge.text, theme.font(textPx), t.text};
    case Badge::Shape::Plain:
        break;
    }
    return {badge.text, theme.font(textPx), t.text2};
}

} // namespace

int Badge::width(const Theme &theme, int textPx) const
{
    const int text = lineOf(*this, theme, textPx).width();
    return isBoxed(shape) ? text + 2 * theme.px(padding) + 2 : text;
}

void Badge::paint(QPainter &painter, const QRect &box, const Theme &theme, int textPx) const
{
    const TextLine line = lineOf(*this, theme, textPx);
    if (!isBoxed(shape)) {
        line.paint(painter, box);
        return;
    }
    // "逾期12天" keeps its place in the fixed column by giving up padding, never a digit.
    const int text = line.width();
    const int room = (box.width() - text) / 2;
    const int pad = std::clamp(room, theme.px(leastPadding), theme.px(padding) + 1);
    const int height = theme.px(boxHeight);
    const QRect frame(box.left(), box.top() + (box.height() - height) / 2, text + 2 * pad, height);
    const Tokens &t = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(shape == Shape::Outlined ? QPen(t.orangeLine, 1) : QPen(Qt::NoPen));
    painter.setBrush(shape == Shape::Filled ? QBrush(t.red) : QBrush(Qt::NoBrush));
    const QRectF shapeRect =
        shape == Shape::Outlined ? QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(frame);
    painter.drawRoundedRect(shapeRect, theme.px(Theme::badgeRadius), theme.px(Theme::badgeRadius));
    painter.restore();
    line.paint(painter, frame.adjusted(pad, 0, 0, 0));
}

} // namespace pressboard::client
