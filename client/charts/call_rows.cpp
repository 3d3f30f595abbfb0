// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/call_rows.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int textPx = 13;
constexpr int headPx = 12;
constexpr int gap = 12;
constexpr int barHeight = 11;

} // namespace

void CallRows::show(const CallTimes &times)
{
    if (times == m_times)
        return;
    const bool isResized = times.rows.size() != m_times.rows.size();
    m_times = times;
    if (isResized)
        updateGeometry();
    itemsChanged();
}

QString CallRows::rowText(int row) const
{
    const CallTimes::Row &shown = m_times.rows.at(row);
    QStringList parts{tr("%1: %n call(s)", nullptr, shown.calls).arg(shown.title)};
    if (shown.times.isEnough())
        parts.append(tr("usually taken after %1").arg(text(row, Usual)));
    if (shown.times.cases > 0)
        parts.append(tr("at the longest after %1").arg(text(row, Longest)));
    if (shown.waiting > 0)
        parts.append(tr("%n waiting now", nullptr, shown.waiting));
    if (shown.untaken > 0)
        parts.append(tr("%n not taken", nullptr, shown.untaken));
    return format::dotted(parts);
}

QString CallRows::moreText(int rows) const
{
    return tr("%n more kind(s) of call", nullptr, rows);
}

QString CallRows::head(Column column)
{
    switch (column) {
    case Count:
        return tr("Calls", "column of a chart");
    case Usual:
        return tr("Usual (median)", "column of a chart");
    case Longest:
        return tr("Longest", "column of a chart");
    case Untaken:
        return tr("Not taken", "column of a chart");
    default:
        return tr("Call", "column of a chart");
    }
}

QString CallRows::text(int row, Column column) const
{
    const CallTimes::Row &shown = m_times.rows.at(row);
    switch (column) {
    case Count:
        return format::number(shown.calls);
    case Usual:
        return shown.times.isEnough() ? format::elapsed(shown.times.median) : tr("too few cases");
    case Longest:
        return shown.times.cases > 0 ? format::elapsed(shown.longest) : QString();
    case Untaken:
        return shown.untaken > 0 ? format::number(shown.untaken) : QString();
    default:
        return shown.title;
    }
}

void CallRows::layOutColumns()
{
    for (int column = Name; column < columns; ++column) {
        int &width = m_widths[column];
        width = TextLine{head(Column(column)), theme().font(headPx), {}}.width();
        const QFont font = theme().font(textPx, Theme::Weight::Bold);
        for (int row = 0; row < rowCount(); ++row)
            width = std::max(width, TextLine{text(row, Column(column)), font, {}}.width());
    }
    m_widths[Name] = std::min(m_widths[Name], width() / 4);
}

/// The name and the number from the left, the others from the right.
QRect CallRows::cell(const QRect &box, Column column) const
{
    const int space = theme().px(gap);
    int left = box.left();
    if (column <= Count) {
        if (column == Count)
            left += m_widths[Name] + space;
    } else {
        left = box.right() + 1 + space;
        for (int other = column; other < columns; ++other)
            left -= m_widths[other] + space;
    }
    return {left, box.top(), m_widths[column], box.height()};
}

QRect CallRows::bar(const QRect &box) const
{
    const int space = theme().px(gap);
    const int left = cell(box, Count).right() + 1 + space;
    const int tall = theme().px(barHeight);
    return {left, box.center().y() + 1 - tall / 2,
            std::max(0, cell(box, Usual).left() - space - left), tall};
}

void CallRows::paintHead(QPainter &painter, const QRect &box) const
{
    for (int column = Name; column < columns; ++column)
        TextLine{head(Column(column)), theme().font(headPx), theme().tokens().text2}.paint(
            painter, cell(box, Column(column)), column == Name ? Qt::AlignLeft : Qt::AlignRight);
}

void CallRows::paintRow(QPainter &painter, const QRect &box, int row) const
{
    const Tokens &t = theme().tokens();
    const CallTimes::Row &shown = m_times.rows.at(row);
    const int most = m_times.rows.first().calls;
    QRect length = bar(box);
    length.setWidth(length.width() * shown.calls / most);
    painter.fillRect(length, row == 0 ? t.bar : t.barRest);
    for (int column = Name; column < columns; ++column) {
        const bool isBold = column == Untaken || (column == Name && row == 0);
        const bool isUnknown = column == Usual && !shown.times.isEnough();
        const QFont font =
            theme().font(textPx, isBold ? Theme::Weight::Bold : Theme::Weight::Regular);
        TextLine{text(row, Column(column)), font, isUnknown ? t.text3 : t.text}.paint(
            painter, cell(box, Column(column)), column == Name ? Qt::AlignLeft : Qt::AlignRight);
    }
}

} // namespace pressboard::client
