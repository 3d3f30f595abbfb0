// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/text_line.h"

#include "client/text/text_measure.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>

namespace pressboard::client {

namespace {

/// One for all windows, as Qt's own caches of glyphs are: it only remembers.
TextMeasure &measure()
{
    static TextMeasure measure;
    return measure;
}

} // namespace

int TextLine::width() const
{
    return measure().width(text, font);
}

int TextLine::baseline(const QRect &box, const QFont &font)
{
    // Half the height of a capital of the families in use; Chinese glyphs share that centre.
    constexpr double halfCapital = 0.366;
    return qRound(box.top() + box.height() / 2.0 + font.pixelSize() * halfCapital);
}

int TextLine::paint(QPainter &painter, const QRect &box, Qt::Alignment align) const
{
    if (box.width() <= 0 || text.isEmpty())
        return 0;
    QString shown = text;
    int used = width();
    if (used > box.width()) {
        shown = measure().elided(text, font, box.width());
        if (shown.size() <= 1)
            return 0; // three dots alone say nothing
        used = measure().width(shown, font);
    }
    int left = box.left();
    if (align & Qt::AlignRight)
        left = box.left() + box.width() - used;
    else if (align & Qt::AlignHCenter)
        left = box.left() + (box.width() - used) / 2;
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(left, baseline(box, font), shown);
    return used;
}

void TextLine::paintTail(QPainter &painter, const QRect &box, int least) const
{
    if (width() <= box.width()) {
        paint(painter, box);
        return;
    }
    for (qsizetype cut = 1; text.size() - cut >= least; ++cut) {
        const TextLine tail{QChar(0x2026) + text.mid(cut), font, color};
        if (!text.at(cut).isLowSurrogate() && tail.width() <= box.width()) {
            tail.paint(painter, box);
            return;
        }
    }
}

void TextLine::paintWhole(QPainter &painter, const QRect &box) const
{
    if (width() <= box.width())
        paint(painter, box);
}

void fillHairline(QPainter &painter, const QRect &rect, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto snapped = [ratio](qreal value) { return std::round(value * ratio) / ratio; };
    const qreal one = std::max(1.0, std::floor(ratio)) / ratio;
    QRectF line(snapped(rect.left()), snapped(rect.top()), rect.width(), rect.height());
    if (rect.height() == 1)
        line.setHeight(one);
    if (rect.width() == 1)
        line.setWidth(one);
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(line, color);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
}

} // namespace pressboard::client
