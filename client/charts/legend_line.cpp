// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/legend_line.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {
namespace {

constexpr int lineHeight = 20;
constexpr int topGap = 8;
constexpr int swatch = 12;
constexpr int stroke = 20;
constexpr int wordGap = 6;
constexpr int entryGap = 22;
constexpr int noteGap = 16;

TextLine words(const QString &text, const Theme &theme)
{
    return {text, theme.font(12), theme.tokens().text2};
}

int markWidth(const LegendLine::Entry &entry, const Theme &theme)
{
    return theme.px(entry.isLine ? stroke : swatch);
}

} // namespace

int LegendLine::entriesWidth(const Theme &theme) const
{
    int width = 0;
    for (const Entry &entry : entries)
        width += markWidth(entry, theme) + theme.px(wordGap + entryGap)
            + words(entry.name, theme).width();
    return width;
}

int LegendLine::noteWidth(const Theme &theme) const
{
    return note.isEmpty() ? 0 : words(note, theme).width();
}

bool LegendLine::isTwoLines(const Theme &theme, int width) const
{
    return !entries.isEmpty() && !note.isEmpty()
        && entriesWidth(theme) + noteWidth(theme) + theme.px(noteGap) > width;
}

int LegendLine::height(const Theme &theme, int width) const
{
    if (entries.isEmpty() && note.isEmpty())
        return 0;
    return theme.px(topGap + (isTwoLines(theme, width) ? 2 : 1) * lineHeight);
}

void LegendLine::paintEntries(QPainter &painter, QRect line, const Theme &theme) const
{
    for (const Entry &entry : entries) {
        const int mark = markWidth(entry, theme);
        const int thick = entry.isLine ? theme.px(2) : mark;
        painter.fillRect(line.left(), line.center().y() + 1 - thick / 2, mark, thick, entry.color);
        line.setLeft(line.left() + mark + theme.px(wordGap));
        line.setLeft(line.left() + words(entry.name, theme).paint(painter, line)
                     + theme.px(entryGap));
    }
}

void LegendLine::paint(QPainter &painter, const QRect &box, const Theme &theme) const
{
    QRect line = box.adjusted(0, theme.px(topGap), 0, 0);
    line.setHeight(theme.px(lineHeight));
    paintEntries(painter, line, theme);
    if (isTwoLines(theme, box.width()))
        line.translate(0, line.height());
    const bool isAlone = entries.isEmpty() || isTwoLines(theme, box.width());
    words(note, theme).paint(painter, line, isAlone ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace pressboard::client
