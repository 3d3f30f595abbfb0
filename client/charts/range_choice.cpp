// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/range_choice.h"

#include "client/answers/sentences.h"
#include "client/controls/flow.h"
#include "client/controls/segmented_control.h"
#include "client/text/plain_tip.h"
#include "client/theme/theme.h"

#include <QPushButton>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int gap = 8;
constexpr int line = 30;
constexpr int textPx = 14;

} // namespace

RangeChoice::RangeChoice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ranges(new SegmentedControl(theme, this))
    , m_shifts(new SegmentedControl(theme, this))
    , m_handover(new QPushButton(this))
{
    m_handover->setAutoDefault(false);
    m_handover->setObjectName(QStringLiteral("handover"));
    m_handover->hide();
    m_shifts->hide();
    for (SegmentedControl *control : {m_ranges, m_shifts})
        control->setLive(false);
    connect(m_ranges, &SegmentedControl::currentChanged, this,
            [this](int range) { Q_EMIT rangeChosen(TimeRange(range)); });
    connect(m_shifts, &SegmentedControl::currentChanged, this,
            [this](int shift) { Q_EMIT shiftChosen(m_picks.at(shift)); });
    connect(m_handover, &QPushButton::clicked, this, &RangeChoice::handoverWanted);
}

void RangeChoice::show(const Answers &answers)
{
    // What is of the time of the day is nobody's choice.
    const QSignalBlocker quietRanges(m_ranges);
    const QSignalBlocker quietShifts(m_shifts);
    showRanges(answers);
    showShifts(answers);
    m_handover->setText(tr("Handover"));
    m_handover->setAccessibleName(m_handover->text());
    setPlainTip(*m_handover, tr("Copies what this shift did and leaves, as a text"));
    m_handover->setVisible(answers.shift() != nullptr);
    updateGeometry();
    layOut();
}

void RangeChoice::showRanges(const Answers &answers)
{
    QList<SegmentedControl::Segment> segments;
    for (int range = 0; range < timeRanges; ++range)
        segments.append({sentence::range(TimeRange(range)), {}});
    m_ranges->setSegments(segments);
    m_ranges->setAccessibleName(tr("Range"));
    if (answers.shift() != nullptr)
        return m_ranges->clearCurrent();
    m_ranges->setCurrent(int(answers.range()));
    m_ranges->setAccessibleDescription(sentence::range(answers.range()));
}

void RangeChoice::showShifts(const Answers &answers)
{
    m_picks.clear();
    QList<SegmentedControl::Segment> segments;
    for (const auto &[pick, span] : answers.shifts()) {
        m_picks.append(pick);
        segments.append({sentence::shiftName(pick, span), {}});
    }
    m_shifts->setSegments(segments);
    m_shifts->setVisible(!segments.isEmpty());
    m_shifts->setAccessibleName(tr("Shift"));
    if (answers.shift() == nullptr)
        m_shifts->clearCurrent();
    else
        m_shifts->setCurrent(int(m_picks.indexOf(answers.shift()->pick)));
}

void RangeChoice::sayOfHandover(const QString &sentence)
{
    showPlainTip(m_handover->mapToGlobal(m_handover->rect().bottomLeft()), sentence, m_handover);
}

/// Whoever asks for room may do so before the application's font has followed the theme.
QList<QWidget *> RangeChoice::shown() const
{
    if (const QFont font = m_theme.font(textPx); m_handover->font() != font)
        m_handover->setFont(font);
    QList<QWidget *> widgets;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ranges, m_shifts, m_handover}) {
        if (!widget->isHidden())
            widgets.append(widget);
    }
    return widgets;
}

QList<FlowRow> RangeChoice::rows(int width) const
{
    return flow(shown(), width, m_theme.px(gap));
}

int RangeChoice::lineHeight() const
{
    return m_theme.px(line);
}

QSize RangeChoice::sizeHint() const
{
    int width = -m_theme.px(gap);
    for (const QWidget *widget : shown())
        width += widget->sizeHint().width() + m_theme.px(gap);
    return {width, lineHeight()};
}

int RangeChoice::heightForWidth(int width) const
{
    const int lines = std::max(1, int(rows(width).size()));
    return lines * lineHeight() + (lines - 1) * m_theme.px(gap);
}

void RangeChoice::layOut()
{
    int top = 0;
    for (const FlowRow &row : rows(width())) {
        row.place(QRect(0, top, width(), lineHeight()), m_theme.px(gap));
        top += lineHeight() + m_theme.px(gap);
    }
}

void RangeChoice::resizeEvent(QResizeEvent *)
{
    layOut();
}

} // namespace pressboard::client
