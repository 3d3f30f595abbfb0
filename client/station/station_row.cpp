// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_row.h"

#include "client/bigscreen/big_badge.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int gap = 12;
constexpr int dueGap = 8; ///< before the dot's room
constexpr int dotSize = 14;
constexpr int dotRoom = 22; ///< before every number, so that a dot moves none

BigBadge badgeOf(const StationStep &step)
{
    return {step.due, step.tier};
}

template<typename Width> int widest(const QList<StationStep> &rows, Width width)
{
    int widest = 0;
    for (const StationStep &row : rows)
        widest = std::max(widest, width(row));
    return widest;
}

} // namespace

void paintNewDot(QPainter &painter, const QRect &numberBox, int left, const StationStyle &style)
{
    const int size = style.px(dotSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.tokens().text);
    painter.drawEllipse(left, numberBox.center().y() - size / 2, size, size);
}

StationColumns StationColumns::of(const StationStyle &style, const QList<StationStep> &rows,
                                  int width)
{
    StationColumns c;
    c.due = style.px(StationLayout::padding);
    c.number = c.due + style.px(dueGap + dotRoom) + widest(rows, [&](const StationStep &row) {
                   return row.mustStop ? 0 : badgeOf(row).width(style, StationStyle::badge);
               });
    c.name = c.number + style.px(gap) + widest(rows, [&](const StationStep &row) {
                 return style.text(row.number, StationStyle::row, {}).width();
             });
    c.right = width - style.px(StationLayout::padding);
    return c;
}

void StationRow::paint(QPainter &painter, const QRect &box, const StationStyle &style,
                       const StationColumns &c) const
{
    const Tokens &t = style.tokens();
    style.paintRule(painter, box.left() + 1, box.top(), box.width() - 2, t.hair);
    const auto cell = [&box](int left, int right) {
        return QRect(box.left() + left, box.top(), right - left, box.height());
    };
    const QColor ink = quiet ? t.text2 : t.text;
    const BigBadge badge =
        quiet && !words.mustStop ? BigBadge{words.due, DueTier::Later} : badgeOf(words);
    // 已取消·请停 is wider than any due date: its row alone makes room.
    const int badgeEnd =
        c.due + badge.width(style, StationStyle::badge) + style.px(dueGap + dotRoom);
    const int shift = std::max(0, badgeEnd - c.number);
    badge.paint(painter, cell(c.due, c.number + shift), style, StationStyle::badge);
    const QRect number = cell(c.number + shift, c.name + shift);
    if (words.isNew)
        paintNewDot(painter, number, number.left() - style.px(dotRoom), style);
    style.text(words.number, StationStyle::row, ink).paint(painter, number);
    if (showsElapsed)
        paintRunning(painter, cell(c.name + shift, c.right), style, ink);
    else
        paintWaiting(painter, cell(c.name + shift, c.right), style, ink);
}

/// 新知书局 … 覆膜
void StationRow::paintWaiting(QPainter &painter, const QRect &box, const StationStyle &style,
                              const QColor &ink) const
{
    const auto weight = quiet ? BigStyle::Weight::Regular : BigStyle::Weight::Bold;
    const TextLine step = style.text(words.step, StationStyle::row, ink, weight);
    const int width = std::min(step.width(), box.width());
    step.paint(painter, box.adjusted(box.width() - width, 0, 0, 0), Qt::AlignRight);
    style.text(words.customer, StationStyle::row, ink)
        .paint(painter, box.adjusted(0, 0, -width - style.px(gap), 0));
}

/// 覆膜 … 1.8小时: who looks at what runs asks how long it has been running.
void StationRow::paintRunning(QPainter &painter, const QRect &box, const StationStyle &style,
                              const QColor &ink) const
{
    const TextLine time = style.text(words.elapsed, StationStyle::row, ink);
    const bool fits = time.width() <= box.width();
    if (fits)
        time.paint(painter, box, Qt::AlignRight);
    style.text(words.step, StationStyle::row, ink, BigStyle::Weight::Bold)
        .paint(painter, box.adjusted(0, 0, fits ? -time.width() - style.px(gap) : 0, 0));
}

} // namespace pressboard::client
