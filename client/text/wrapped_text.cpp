// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/wrapped_text.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr double lineHeight = 1.45; ///< of the pixel size, whatever the family says

int lineOf(const QFont &font)
{
    return qRound(font.pixelSize() * lineHeight);
}

/// Chinese may break after any letter, Latin between words.
void breakLines(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
}

} // namespace

int WrappedText::heightFor(int width) const
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text, font);
    breakLines(layout, width);
    return layout.lineCount() * lineOf(font);
}

int WrappedText::widthOfOneLine() const
{
    return QFontMetrics(font).horizontalAdvance(text);
}

QRect WrappedText::placeOf(int begin, int length, const QRect &box) const
{
    QTextLayout layout(text, font);
    breakLines(layout, box.width());
    const QTextLine line = layout.lineForTextPosition(begin);
    const int end = std::min(begin + length, line.textStart() + line.textLength());
    const int left = qRound(line.cursorToX(begin));
    const int right = qRound(line.cursorToX(end));
    const int tall = lineOf(font);
    return {box.left() + left, box.top() + line.lineNumber() * tall, right - left, tall};
}

void WrappedText::paint(QPainter &painter, const QRect &box) const
{
    QTextLayout layout(text, font);
    breakLines(layout, box.width());
    painter.setPen(color);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int tall = lineOf(font);
        const double top = box.top() + i * tall + (tall - line.height()) / 2 - line.y();
        line.draw(&painter, QPointF(box.left(), top));
    }
}

} // namespace pressboard::client
