// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/big_badge.h"

#include "client/bigscreen/big_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int padding = 12;
constexpr int border = 2;
constexpr int radius = 5;

bool isBoxed(DueTier tier)
{
    return tier == DueTier::Overdue || tier == DueTier::Today;
}

TextLine lineOf(const BigBadge &badge, const BigStyle &style, int size)
{
    const Tokens &t = style.tokens();
    switch (badge.tier) {
    case DueTier::Overdue:
        return style.text(badge.text, size, t.onRed, BigStyle::Weight::Bold);
    case DueTier::Today:
        return style.text(badge.text, size, t.orange, BigStyle::Weight::Bold);
    case DueTier::Within3Days:
        return style.text(badge.text, size, t.text);
    case DueTier::None:
    case DueTier::Later:
        break;
    }
    return style.text(badge.text, size, t.text2);
}

} // namespace

int BigBadge::width(const BigStyle &style, int size) const
{
    const int text = lineOf(*this, style, size).width();
    return isBoxed(tier) ? text + 2 * style.px(padding) : text;
}

void BigBadge::paint(QPainter &painter, const QRect &box, const BigStyle &style, int size) const
{
    const TextLine line = lineOf(*this, style, size);
    if (!isBoxed(tier)) {
        line.paint(painter, box);
        return;
    }
    const Tokens &t = style.tokens();
    const int height = std::min(box.height(), style.px(size + size / 4 + 2));
    const QRect frame(box.left(), box.top() + (box.height() - height) / 2, width(style, size),
                      height);
    const double pen = std::max(1, style.px(border));
    const bool outlined = tier == DueTier::Today;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outlined ? QPen(t.orangeLine, pen) : QPen(Qt::NoPen));
    painter.setBrush(outlined ? QBrush(Qt::NoBrush) : QBrush(t.red));
    const double inset = outlined ? pen / 2 : 0;
    painter.drawRoundedRect(QRectF(frame).adjusted(inset, inset, -inset, -inset), style.px(radius),
                            style.px(radius));
    painter.restore();
    line.paint(painter, frame.adjusted(style.px(padding), 0, 0, 0));
}

} // namespace pressboard::client
