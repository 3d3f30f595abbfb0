// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/step_timeline_view.h"

#include "client/models/format.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace pressboard::client {

namespace {

using State = TimelineStep::State;

constexpr int titleHeight = 32;
constexpr int rowHeight = 40;
constexpr int belowRows = 4; ///< what hangs below the last row's second line
constexpr int trackGap = 16; ///< between tracks, whichever way they stand
constexpr int leastTrack = 176; ///< where nothing it says is longer
constexpr int tagGap = 7;
constexpr int markCenter = 9;
constexpr int textLeft = 27;
constexpr int nameLine = 16; ///< the middle of the first line of a row
constexpr int secondLine = 33;

bool isNow(State state)
{
    return state == State::Running || state == State::Ready;
}

} // namespace

StepTimelineView::StepTimelineView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
}

void StepTimelineView::show(const StepTimeline &timeline)
{
    if (timeline == m_timeline)
        return;
    m_timeline = timeline;
    setAccessibleName(timeline.sentence());
    updateGeometry();
    update();
}

int StepTimelineView::wantedTrack() const
{
    const QFontMetrics small(m_theme.font(12));
    int words = 0;
    for (const TimelineTrack &track : m_timeline.tracks) {
        for (const TimelineStep &step : track.steps) {
            const int name = QFontMetrics(nameFont(step)).horizontalAdvance(step.name);
            const int tag = m_theme.px(tagGap) + small.horizontalAdvance(step.tag);
            words = std::max({words, step.tag.isEmpty() ? name : name + tag,
                              small.horizontalAdvance(step.line)});
        }
    }
    return std::max(m_theme.px(leastTrack), m_theme.px(textLeft) + words + 1);
}

QFont StepTimelineView::nameFont(const TimelineStep &step) const
{
    return m_theme.font(14, isNow(step.state) ? Theme::Weight::Bold : Theme::Weight::Regular);
}

QList<QRect> StepTimelineView::tracks(int width) const
{
    QList<QRect> boxes;
    const int count = int(m_timeline.tracks.size());
    const int gap = m_theme.px(trackGap);
    const int beside = count == 0 ? 0 : (width - (count - 1) * gap) / count;
    const bool stacked = count > 1 && beside < wantedTrack();
    QRect box(0, 0, stacked ? width : beside, 0);
    for (const TimelineTrack &track : m_timeline.tracks) {
        box.setHeight(m_theme.px(titleHeight) + int(track.steps.size()) * m_theme.px(rowHeight)
                      + m_theme.px(belowRows));
        boxes.append(box);
        if (stacked)
            box.moveTop(box.bottom() + 1 + gap);
        else
            box.moveLeft(box.right() + 1 + gap);
    }
    return boxes;
}

QRect StepTimelineView::rowBox(const QRect &track, int row) const
{
    const int height = m_theme.px(rowHeight);
    return {track.left(), track.top() + m_theme.px(titleHeight) + row * height, track.width(),
            height};
}

int StepTimelineView::heightForWidth(int width) const
{
    int height = 0;
    for (const QRect &box : tracks(width))
        height = std::max(height, box.bottom() + 1);
    return height;
}

QSize StepTimelineView::sizeHint() const
{
    const int width = m_theme.px(leastTrack);
    return {width, heightForWidth(this->width() > width ? this->width() : width)};
}

void StepTimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRect> boxes = tracks(width());
    for (qsizetype i = 0; i < boxes.size(); ++i)
        paintTrack(painter, boxes.at(i), m_timeline.tracks.at(i));
    if (m_timeline.joinRow)
        paintJoin(painter);
}

void StepTimelineView::paintTrack(QPainter &painter, const QRect &box,
                                  const TimelineTrack &track) const
{
    const Tokens &t = m_theme.tokens();
    QRect title(box.left(), box.top(), box.width(), m_theme.px(20));
    title.setLeft(
        title.left()
        + TextLine{track.title, m_theme.font(14, Theme::Weight::Bold), t.text}.paint(painter, title)
        + m_theme.px(track.title.isEmpty() ? 0 : 4));
    TextLine{format::progress(track.progress), m_theme.font(14), t.text2}.paint(painter, title);

    const int rows = int(track.steps.size());
    const int x = box.left() + m_theme.px(markCenter);
    for (int row = 0; row < rows; ++row) {
        const int y = rowBox(box, row).top() + m_theme.px(nameLine);
        const int clear = m_theme.px(12); // around the marks
        if (row + 1 < rows)
            fillHairline(painter, QRect(x, y + clear, 1, m_theme.px(rowHeight) - 2 * clear),
                         t.control);
        paintMark(painter, {x, y}, track.steps.at(row).state);
        paintStep(painter, rowBox(box, row), track.steps.at(row));
    }
}

void StepTimelineView::paintMark(QPainter &painter, const QPoint &center, State state) const
{
    const Tokens &t = m_theme.tokens();
    const int side = m_theme.px(16);
    const QRect box(center.x() - side / 2, center.y() - side / 2, side, side);
    if (state == State::Done)
        return Icon(QStringLiteral("check")).paint(painter, box, t.green);
    if (state == State::Skipped)
        return painter.fillRect(QRect(center.x() - m_theme.px(5), center.y() - m_theme.px(1),
                                      m_theme.px(10), m_theme.px(2)),
                                t.text2);
    const qreal pen = m_theme.px(2) * 0.75;
    const qreal radius = m_theme.px(state == State::Running ? 6 : 5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isNow(state) ? t.text : t.text2, pen));
    painter.setBrush(state == State::Running ? QBrush(t.text) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QPointF(center) + QPointF(0.5, 0.5), radius, radius);
    painter.setBrush(t.text);
    if (state == State::Ready)
        painter.drawEllipse(QPointF(center) + QPointF(0.5, 0.5), radius / 4, radius / 4);
    painter.restore();
}

void StepTimelineView::paintStep(QPainter &painter, const QRect &row,
                                 const TimelineStep &step) const
{
    const Tokens &t = m_theme.tokens();
    const bool now = isNow(step.state);
    const int half = m_theme.px(10);
    const auto line = [&](int middle) {
        return QRect(row.left() + m_theme.px(textLeft), row.top() + m_theme.px(middle) - half,
                     row.width() - m_theme.px(textLeft), 2 * half);
    };
    const bool over = now || step.state == State::Done;
    QRect first = line(nameLine);
    const int used =
        TextLine{step.name, nameFont(step), over ? t.text : t.text2}.paint(painter, first);
    first.setLeft(first.left() + used + m_theme.px(tagGap));
    TextLine{step.tag, m_theme.font(12), t.text}.paint(painter, first);
    TextLine{step.line, m_theme.font(12), now ? t.text : t.text2}.paint(painter, line(secondLine));
}

/// Only where the cover ends above the step that waits for it; else the words of that step suffice.
void StepTimelineView::paintJoin(QPainter &painter) const
{
    const QList<QRect> boxes = tracks(width());
    const QRect cover = rowBox(boxes.at(0), int(m_timeline.tracks.at(0).steps.size()) - 1);
    const QRect joined = rowBox(boxes.at(1), *m_timeline.joinRow);
    const int bend = m_theme.px(8);
    const QPointF from(cover.left() + m_theme.px(markCenter),
                       cover.top() + m_theme.px(nameLine + 12));
    const QPointF to(joined.left() + m_theme.px(1), joined.top() + m_theme.px(nameLine));
    if (boxes.at(0).top() != boxes.at(1).top() || to.y() < from.y() + 2 * bend)
        return;
    const Tokens &t = m_theme.tokens();
    QPainterPath path(from + QPointF(0.5, 0));
    path.lineTo(from.x() + 0.5, to.y() - bend);
    path.quadTo(from.x() + 0.5, to.y() + 0.5, from.x() + bend, to.y() + 0.5);
    path.lineTo(to.x(), to.y() + 0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(t.control, 1));
    painter.restore();
    const QRect words(cover.left() + m_theme.px(textLeft), int(to.y()) - m_theme.px(20),
                      cover.width() - m_theme.px(textLeft), m_theme.px(16));
    if (words.top() > cover.bottom())
        TextLine{m_timeline.joinText, m_theme.font(12), t.text2}.paint(painter, words);
}

const TimelineStep *StepTimelineView::stepAt(const QPoint &position) const
{
    const QList<QRect> boxes = tracks(width());
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        const QList<TimelineStep> &steps = m_timeline.tracks.at(i).steps;
        for (int row = 0; row < steps.size(); ++row) {
            if (rowBox(boxes.at(i), row).contains(position))
                return &steps.at(row);
        }
    }
    return nullptr;
}

bool StepTimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const TimelineStep *step = stepAt(help->pos());
    QStringList lines;
    if (step != nullptr)
        lines = {step->name, step->line, step->detail};
    lines.removeAll(QString());
    showPlainTip(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace pressboard::client
