// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/queue_rows.h"

#include "client/answers/sentences.h"
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
constexpr int markSize = 9;

} // namespace

void QueueRows::show(const StepQueue &queue, std::chrono::seconds workDay)
{
    if (queue == m_queue && workDay == m_workDay)
        return;
    const bool isResized = queue.rows.size() != m_queue.rows.size();
    m_queue = queue;
    m_workDay = workDay;
    m_longestWait = std::chrono::seconds(1);
    for (const StepQueue::Row &row : queue.rows) {
        if (row.waits.isEnough())
            m_longestWait = std::max(m_longestWait, row.waits.median);
    }
    if (isResized)
        updateGeometry();
    itemsChanged();
}

QString QueueRows::waitText(const StepQueue::Row &row) const
{
    return row.waits.isEnough() ? sentence::workTime(row.waits.median, m_workDay)
                                : tr("too few cases");
}

QString QueueRows::rowText(int row) const
{
    const StepQueue::Row &shown = m_queue.rows.at(row);
    if (shown.waits.isEnough())
        return tr("%1: %n ready to start, usual wait %2 (%3 times)", nullptr, shown.ready)
            .arg(shown.step, waitText(shown), format::number(shown.waits.cases));
    return tr("%1: %n ready to start, usual wait unknown (%2 times)", nullptr, shown.ready)
        .arg(shown.step, format::number(shown.waits.cases));
}

QString QueueRows::moreText(int rows) const
{
    return tr("%n more step(s)", nullptr, rows);
}

QueueRows::Places QueueRows::placesIn(const QRect &box) const
{
    const QFont font = theme().font(textPx, Theme::Weight::Bold);
    const auto widest = [](int width, const QString &text, const QFont &in) {
        return std::max(width, TextLine{text, in, {}}.width());
    };
    int name = widest(0, tr("Step"), theme().font(headPx));
    int wait = 0;
    for (const StepQueue::Row &row : m_queue.rows) {
        name = widest(name, row.step, font);
        wait = widest(wait, waitText(row), font);
    }
    name = std::min(name, box.width() / 3);
    const int space = theme().px(gap);
    const int count = widest(0, tr("Ready", "column of a chart"), theme().font(headPx));
    const int free = box.width() - name - count - wait - 4 * space;
    const int bar = std::max(0, free * 55 / 100);
    Places places;
    auto placeBeside = [&, left = box.left()](int width) mutable {
        const QRect place(left, box.top(), std::max(0, width), box.height());
        left += width + space;
        return place;
    };
    places.name = placeBeside(name);
    places.ready = placeBeside(count);
    places.bar = placeBeside(bar);
    places.mark = placeBeside(free - bar);
    places.wait = placeBeside(wait);
    return places;
}

void QueueRows::paintHead(QPainter &painter, const QRect &box) const
{
    const Places places = placesIn(box);
    const auto write = [&](const QString &text, const QRect &where, Qt::Alignment align) {
        TextLine{text, theme().font(headPx), theme().tokens().text2}.paint(painter, where, align);
    };
    write(tr("Step"), places.name, Qt::AlignLeft);
    write(tr("Ready", "column of a chart"), places.ready, Qt::AlignRight);
    write(tr("Usual wait"), places.mark.united(places.wait), Qt::AlignLeft);
}

void QueueRows::paintRow(QPainter &painter, const QRect &box, int row) const
{
    const Tokens &t = theme().tokens();
    const StepQueue::Row &shown = m_queue.rows.at(row);
    const bool isNamed = row == 0; // by the sentence
    const QFont font = theme().font(textPx, isNamed ? Theme::Weight::Bold : Theme::Weight::Regular);
    const Places places = placesIn(box);
    TextLine{shown.step, font, t.text}.paint(painter, places.name);
    TextLine{format::number(shown.ready), font, t.text}.paint(painter, places.ready,
                                                              Qt::AlignRight);
    const int tall = theme().px(barHeight);
    const int most = m_queue.rows.first().ready;
    painter.fillRect(places.bar.left(), box.center().y() + 1 - tall / 2,
                     places.bar.width() * shown.ready / most, tall, isNamed ? t.bar : t.barRest);
    const bool isKnown = shown.waits.isEnough();
    if (isKnown)
        paintMark(painter, places.mark, shown, isNamed ? t.bar : t.barRest);
    TextLine{waitText(shown), isKnown ? font : theme().font(textPx), isKnown ? t.text : t.text3}
        .paint(painter, places.wait, Qt::AlignRight);
}

void QueueRows::paintMark(QPainter &painter, const QRect &box, const StepQueue::Row &row,
                          const QColor &color) const
{
    const int size = theme().px(markSize);
    const int middle = box.center().y() + 1;
    fillHairline(painter, QRect(box.left(), middle, box.width(), 1), theme().tokens().line);
    const double part = double(row.waits.median.count()) / double(m_longestWait.count());
    const QPointF at(box.left() + size / 2.0 + part * (box.width() - size), middle + 0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double half = size / 2.0;
    painter.drawPolygon(QPolygonF{{{at.x() - half, at.y()},
                                   {at.x(), at.y() - half},
                                   {at.x() + half, at.y()},
                                   {at.x(), at.y() + half}}});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace pressboard::client
