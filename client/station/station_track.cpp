// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_track.h"

#include "client/station/station_style.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

using State = TimelineStep::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StationTrack)
};

constexpr int markSize = 30;
constexpr int markGap = 12; ///< between a mark and its word
constexpr int stepGap = 32; ///< between steps
constexpr int lineHeight = 62;

bool isFinished(const StationOrderStep &step)
{
    return step.state == State::Done || step.state == State::Skipped;
}

bool isNow(const StationOrderStep &step)
{
    return step.state == State::Running || step.state == State::Ready;
}

TextLine nameOf(const StationOrderStep &step, const StationStyle &style)
{
    const Tokens &t = style.tokens();
    return style.text(step.name, StationStyle::row,
                      isNow(step) || isFinished(step) ? t.text : t.text2,
                      isNow(step) ? BigStyle::Weight::Bold : BigStyle::Weight::Regular);
}

TextLine belowOf(const StationOrderStep &step, const StationStyle &style)
{
    return style.text(step.below, StationStyle::label, style.tokens().text);
}

StationOrderStep folded(int steps)
{
    //: Finished steps that are not named
    return {Words::tr("%n step(s)", "finished", steps), State::Done, {}};
}

StationOrderStep rest(int steps)
{
    return {Words::tr("%n more", nullptr, steps), State::Waiting, {}};
}

int widthOf(const StationOrderStep &step, const StationStyle &style)
{
    return style.px(markSize + markGap)
        + std::max(nameOf(step, style).width(), belowOf(step, style).width());
}

QList<StationOrderStep> shown(const StationOrderTrack &track, const StationTrackRoom &room)
{
    QList<StationOrderStep> steps = track.steps.mid(room.folded);
    if (room.folded > 0)
        steps.prepend(folded(room.folded));
    if (room.left > 0) {
        steps.remove(steps.size() - room.left, room.left);
        steps.append(rest(room.left));
    }
    return steps;
}

int widthOf(const QList<StationOrderStep> &steps, const StationStyle &style)
{
    int width = 0;
    for (const StationOrderStep &step : steps)
        width += widthOf(step, style) + style.px(stepGap);
    return width - style.px(stepGap);
}

/// The same shapes as on the desk: ✓, a filled disk, a ring with a core, a ring.
void paintMark(QPainter &painter, const QRect &box, State state, const StationStyle &style)
{
    const Tokens &t = style.tokens();
    if (state == State::Done)
        return Icon(QStringLiteral("check")).paint(painter, box, t.green);
    if (state == State::Skipped)
        return Icon(QStringLiteral("skip")).paint(painter, box, t.text2);
    const double pen = std::max(1, style.px(3));
    const QRectF ring = QRectF(box).adjusted(pen, pen, -pen, -pen);
    const bool isRunning = state == State::Running;
    const QColor ink = isRunning || state == State::Ready ? t.text : t.text2;
    painter.setPen(QPen(ink, pen));
    painter.setBrush(isRunning ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (state != State::Ready)
        return;
    const double core = ring.width() / 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(ring.adjusted(core, core, -core, -core));
}

} // namespace

StationTrackRoom StationTrackRoom::of(const StationOrderTrack &track, int width,
                                      const StationStyle &style)
{
    StationTrackRoom room;
    const auto fits = [&] { return widthOf(shown(track, room), style) <= width; };
    if (fits())
        return room;
    const auto open = std::find_if_not(track.steps.begin(), track.steps.end(), isFinished);
    room.folded = int(open - track.steps.begin());
    if (room.folded == 1)
        room.folded = 0; // one that is named says more
    const int most = int(track.steps.size()) - room.folded - 1;
    while (!fits() && room.left < most)
        ++room.left;
    return room;
}

void paintStationTrack(QPainter &painter, const QRect &box, const StationOrderTrack &track,
                       const StationStyle &style)
{
    const int line = style.px(lineHeight);
    const int mark = style.px(markSize);
    int left = box.left();
    for (const StationOrderStep &step :
         shown(track, StationTrackRoom::of(track, box.width(), style))) {
        paintMark(painter, QRect(left, box.top() + (line - mark) / 2, mark, mark), step.state,
                  style);
        const int text = left + style.px(markSize + markGap);
        const QRect room(text, box.top(), std::max(0, box.right() + 1 - text), line);
        nameOf(step, style).paint(painter, room);
        belowOf(step, style)
            .paint(painter, QRect(text, room.bottom() - style.px(6), room.width(), style.px(44)));
        left += widthOf(step, style) + style.px(stepGap);
    }
}

} // namespace pressboard::client
