// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/duration_rows.h"

#include "client/answers/sentences.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int textPx = 13;
constexpr int smallPx = 12;
constexpr int gap = 12;
constexpr int barHeight = 11;
constexpr int endHeight = 9;

/// Steps of the scale that people count in, in hours of work.
std::chrono::seconds scaleStep(std::chrono::seconds longest)
{
    for (const std::chrono::seconds step : {15min, 30min, 60min, 120min, 300min, 600min, 1200min}) {
        if (longest <= 5 * step)
            return step;
    }
    return std::chrono::ceil<std::chrono::hours>(longest / 4);
}

} // namespace

void DurationRows::show(const StepDurations &durations, std::chrono::seconds workDay)
{
    if (durations == m_durations && workDay == m_workDay)
        return;
    m_durations = durations;
    m_workDay = workDay;
    m_longest = 15min;
    for (const StepDurations::Row &row : durations.rows) {
        if (row.times.isEnough())
            m_longest = std::max(m_longest, row.times.p90);
    }
    updateGeometry();
    itemsChanged();
}

QString DurationRows::casesText(const StepDurations::Row &row) const
{
    return tr("%1 times").arg(format::number(row.times.cases));
}

QString DurationRows::rowText(int row) const
{
    const StepDurations::Row &shown = m_durations.rows.at(row);
    if (!shown.times.isEnough())
        return tr("%1: too few cases (%2)").arg(shown.step, casesText(shown));
    return tr("%1: half within %2, nine in ten within %3 (%4)")
        .arg(shown.step, sentence::workTime(shown.times.median, m_workDay),
             sentence::workTime(shown.times.p90, m_workDay), casesText(shown));
}

QString DurationRows::moreText(int rows) const
{
    return tr("%n more step(s)", nullptr, rows);
}

DurationRows::Places DurationRows::placesIn(const QRect &box) const
{
    int name = 0;
    int cases = 0;
    for (const StepDurations::Row &row : m_durations.rows) {
        const QFont bold = theme().font(textPx, Theme::Weight::Bold);
        name = std::max(name, TextLine{row.step, bold, {}}.width());
        cases = std::max(cases, TextLine{casesText(row), theme().font(smallPx), {}}.width());
    }
    name = std::min(name, box.width() / 3);
    const int space = theme().px(gap);
    Places places;
    places.name = QRect(box.left(), box.top(), name, box.height());
    places.bar = box.adjusted(name + space, 0, -cases - 2 * space, 0);
    places.cases = QRect(box.right() + 1 - cases, box.top(), cases, box.height());
    return places;
}

int DurationRows::xOf(std::chrono::seconds time, const QRect &bar) const
{
    return bar.left() + int(bar.width() * double(time.count()) / double(m_longest.count()));
}

void DurationRows::paintRow(QPainter &painter, const QRect &box, int row) const
{
    const Tokens &t = theme().tokens();
    const StepDurations::Row &shown = m_durations.rows.at(row);
    const bool isNamed = row == 0; // by the sentence
    const auto weight = isNamed ? Theme::Weight::Bold : Theme::Weight::Regular;
    const Places places = placesIn(box);
    TextLine{shown.step, theme().font(textPx, weight), t.text}.paint(painter, places.name);
    TextLine{casesText(shown), theme().font(smallPx), t.text2}.paint(painter, places.cases,
                                                                     Qt::AlignRight);
    if (shown.times.isEnough())
        paintTimes(painter, places.bar, shown.times, isNamed ? t.bar : t.barRest);
    else
        TextLine{tr("too few cases"), theme().font(smallPx), t.text2}.paint(
            painter, places.bar.adjusted(theme().px(8), 0, 0, 0));
}

void DurationRows::paintTimes(QPainter &painter, const QRect &bar, const Spread &times,
                              const QColor &color) const
{
    const int middle = bar.center().y() + 1;
    const int tall = theme().px(barHeight);
    const int half = xOf(times.median, bar);
    const int most = xOf(times.p90, bar);
    const int stroke = theme().px(2);
    const int end = theme().px(endHeight);
    painter.fillRect(bar.left(), middle - tall / 2, half - bar.left(), tall, color);
    painter.fillRect(half, middle - stroke / 2, most - half, stroke, color);
    painter.fillRect(most - stroke, middle - end / 2, stroke, end, color);
}

void DurationRows::paintFoot(QPainter &painter, const QRect &box) const
{
    const Tokens &t = theme().tokens();
    const QRect bar = placesIn(box).bar;
    const int tall = theme().px(footHeight());
    const int bottom = box.bottom() + 1 - tall;
    int free = 0;
    for (auto time = 0s; time <= m_longest; time += scaleStep(m_longest)) {
        const int x = xOf(time, bar);
        fillHairline(painter, QRect(x, box.top(), 1, bottom - box.top()), t.hair);
        const TextLine label{time == 0s ? QStringLiteral("0") : sentence::workTime(time, m_workDay),
                             theme().font(smallPx), t.text2};
        const int left = std::clamp(x - label.width() / 2, 0, width() - label.width());
        if (left < free)
            continue;
        label.paint(painter, QRect(left, bottom, label.width(), tall));
        free = left + label.width() + theme().px(gap);
    }
}

} // namespace pressboard::client
