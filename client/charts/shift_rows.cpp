// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/shift_rows.h"

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
constexpr int markHeight = 15;

} // namespace

void ShiftRows::show(const ShiftReport &report)
{
    if (report == m_report)
        return;
    m_report = report;
    updateGeometry();
    itemsChanged();
}

QString ShiftRows::weekBeforeText(const ShiftReport::Row &row) const
{
    return m_report.isComparable ? format::number(row.weekBefore) : QStringLiteral("–");
}

QString ShiftRows::rowText(int row) const
{
    const ShiftReport::Row &shown = m_report.rows.at(row);
    //: 1: a step; 2 to 5: numbers of it
    return tr("%1: %2 finished, %3 in the same shift last week; now %4 running, %5 ready")
        .arg(shown.step, format::number(shown.finished), weekBeforeText(shown),
             format::number(shown.running), format::number(shown.ready));
}

QString ShiftRows::moreText(int rows) const
{
    return tr("%n more step(s)", nullptr, rows);
}

/// Each as wide as its name or its numbers; the bar takes what is left.
void ShiftRows::layOutColumns()
{
    const auto widthOf = [this](const QString &text, int px, Theme::Weight weight) {
        return TextLine{text, theme().font(px, weight), {}}.width();
    };
    const auto head = [&](const QString &text) {
        return widthOf(text, headPx, Theme::Weight::Regular);
    };
    int step = head(tr("Step"));
    for (const ShiftReport::Row &row : m_report.rows)
        step = std::max(step, widthOf(row.step, textPx, Theme::Weight::Bold));
    step = std::min(step, width() / 4);
    const int finished = head(tr("Finished"));
    const int before = head(tr("Last week"));
    const int running = head(tr("Running"));
    const int ready = head(tr("Ready"));
    const int space = theme().px(gap);
    const int bar = std::max(0, width() - step - finished - before - running - ready - 5 * space);
    auto next = [space, at = 0](int wide) mutable {
        const Column column{at, wide};
        at += wide + space;
        return column;
    };
    m_columns.step = next(step);
    m_columns.finished = next(finished);
    m_columns.bar = next(bar);
    m_columns.weekBefore = next(before);
    m_columns.running = next(running);
    m_columns.ready = next(ready);
}

void ShiftRows::paintHead(QPainter &painter, const QRect &box) const
{
    const auto write = [&](const QString &text, const Column &column, Qt::Alignment align) {
        TextLine{text, theme().font(headPx), theme().tokens().text2}.paint(painter, column.in(box),
                                                                           align);
    };
    write(tr("Step"), m_columns.step, Qt::AlignLeft);
    write(tr("Finished"), m_columns.finished, Qt::AlignRight);
    write(tr("Last week"), m_columns.weekBefore, Qt::AlignRight);
    write(tr("Running"), m_columns.running, Qt::AlignRight);
    write(tr("Ready"), m_columns.ready, Qt::AlignRight);
}

void ShiftRows::paintRow(QPainter &painter, const QRect &box, int row) const
{
    const Tokens &t = theme().tokens();
    const ShiftReport::Row &shown = m_report.rows.at(row);
    const QFont font = theme().font(textPx);
    const auto write = [&](const QString &text, const Column &column) {
        TextLine{text, font, text == u"0" ? t.text3 : t.text}.paint(painter, column.in(box),
                                                                    Qt::AlignRight);
    };
    TextLine{shown.step, font, t.text}.paint(painter, m_columns.step.in(box));
    write(format::number(shown.finished), m_columns.finished);
    paintBar(painter, m_columns.bar.in(box), shown, t.barRest);
    write(weekBeforeText(shown), m_columns.weekBefore);
    write(format::number(shown.running), m_columns.running);
    write(format::number(shown.ready), m_columns.ready);
}

void ShiftRows::paintBar(QPainter &painter, const QRect &box, const ShiftReport::Row &row,
                         const QColor &color) const
{
    int most = 1;
    for (const ShiftReport::Row &other : m_report.rows)
        most = std::max({most, other.finished, m_report.isComparable ? other.weekBefore : 0});
    const int tall = theme().px(barHeight);
    const int middle = box.center().y() + 1;
    painter.fillRect(box.left(), middle - tall / 2, box.width() * row.finished / most, tall, color);
    if (!m_report.isComparable || row.weekBefore == 0)
        return;
    const int mark = theme().px(markHeight);
    const int stroke = theme().px(2);
    const int at = box.left() + (box.width() - stroke) * row.weekBefore / most;
    painter.fillRect(at, middle - mark / 2, stroke, mark, theme().tokens().text);
}

} // namespace pressboard::client
