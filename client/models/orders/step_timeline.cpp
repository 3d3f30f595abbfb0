// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/step_timeline.h"

#include "client/models/board_entry.h"
#include "client/models/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace pressboard::client {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StepTimeline)
};

using State = TimelineStep::State;
using std::chrono::seconds;

/// What the words of one order's steps depend on.
struct Teller
{
    const Order &order;
    const QSet<QString> &joinSteps;
    Moment now;
    const QTimeZone &zone;

    bool joins(const Step &step) const
    {
        return step.category == StepCategory::Content && joinSteps.contains(step.name);
    }
    State stateOf(const Step &step) const;
    QString lineOf(const Step &step) const;
    QString done(const Step &step) const;
    QString running(const Step &step) const;
    QString waiting(const Step &step) const;
    const Step *lastOpen(StepCategory category, int beforeOrder) const;
    QString detailOf(const Step &step) const;
    QString spent(OptionalMoment from, Moment until) const;
    QString day(OptionalMoment moment) const;
    QString start(OptionalMoment moment) const;
    QDateTime local(Moment moment) const;
};

QDateTime Teller::local(Moment moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

QString Teller::day(OptionalMoment moment) const
{
    return moment ? format::date(local(*moment).date()) : QString();
}

/// 09:30 开工; with its date when that was not today.
QString Teller::start(OptionalMoment moment) const
{
    if (!moment)
        return {};
    const QString time = format::timeSince(local(*moment), local(now).date());
    return Words::tr("started %1").arg(time);
}

QString Teller::spent(OptionalMoment from, Moment until) const
{
    if (!from || until < *from)
        return {};
    return format::elapsed(std::chrono::floor<seconds>(until - *from));
}

State Teller::stateOf(const Step &step) const
{
    switch (step.status) {
    case StepStatus::Waiting:
        return isReady(order, step, joinSteps) ? State::Ready : State::Waiting;
    case StepStatus::InProgress:
        return State::Running;
    case StepStatus::Completed:
        return State::Done;
    case StepStatus::Skipped:
        return State::Skipped;
    case StepStatus::Unknown:
        break;
    }
    return State::Unknown;
}

QString Teller::done(const Step &step) const
{
    const OptionalMoment end = step.endTime ? step.endTime : step.statusSince;
    const QString took = step.startTime && end ? spent(step.startTime, *end) : QString();
    return format::dotted({step.operatorName, day(end), took});
}

QString Teller::running(const Step &step) const
{
    const OptionalMoment since = runningSince(step);
    return format::dotted({step.operatorName, start(since), spent(since, now)});
}

/// The last step of a category that is not finished, before a place in it.
const Step *Teller::lastOpen(StepCategory category, int beforeOrder) const
{
    const Step *last = nullptr;
    for (const Step &step : order.steps) {
        if (step.category == category && step.order < beforeOrder && !step.isFinished())
            last = &step;
    }
    return last;
}

/// What it waits for is told where it is not simply the step above it.
QString Teller::waiting(const Step &step) const
{
    if (order.status != OrderStatus::Processing)
        return format::status(step.status, step.statusDisplay);
    if (!joins(step))
        return Words::tr("waiting for an earlier step");
    QStringList held;
    if (const Step *content = lastOpen(StepCategory::Content, step.order))
        held.append(content->name);
    if (const Step *cover = lastOpen(StepCategory::Cover, std::numeric_limits<int>::max()))
        held.append(cover->name);
    //: 1: names of steps
    return Words::tr("waiting for %1").arg(held.join(Words::tr(", ")));
}

QString Teller::lineOf(const Step &step) const
{
    switch (stateOf(step)) {
    case State::Done:
        return done(step);
    case State::Running:
        return running(step);
    case State::Ready: {
        BoardRow row = entryOf(order, step).row;
        if (const OptionalMoment since = readySince(order, step, joinSteps); since && now >= *since)
            row.elapsed = std::chrono::floor<seconds>(now - *since);
        return format::heldFor(row);
    }
    case State::Waiting:
        return waiting(step);
    case State::Skipped:
    case State::Unknown:
        break;
    }
    return format::status(step.status, step.statusDisplay);
}

QString Teller::detailOf(const Step &step) const
{
    QStringList lines;
    if (!step.details->confirmUser.isEmpty())
        lines.append(Words::tr("Confirmed by %1").arg(step.details->confirmUser));
    if (!step.details->note.isEmpty())
        lines.append(step.details->note);
    return lines.join(u'\n');
}

QString tagOf(State state)
{
    if (state == State::Ready)
        return Words::tr("ready");
    return state == State::Running ? Words::tr("in progress") : QString();
}

TimelineTrack trackOf(const Teller &teller, StepCategory category)
{
    TimelineTrack track;
    track.title = format::category(category);
    for (const Step &step : teller.order.steps) {
        if (step.category != category)
            continue;
        const State state = teller.stateOf(step);
        track.steps.append({step.progressId, step.name, state, tagOf(state), teller.lineOf(step),
                            teller.detailOf(step)});
        ++track.progress.total;
        track.progress.finished += step.isFinished();
    }
    return track;
}

/// The first content step that also needs the cover.
void join(StepTimeline &timeline, const QSet<QString> &joinSteps)
{
    const QList<TimelineStep> &content = timeline.tracks.at(1).steps;
    const auto joined = std::find_if(content.begin(), content.end(), [&](const auto &step) {
        return joinSteps.contains(step.name);
    });
    if (joined == content.end())
        return;
    timeline.joinRow = int(joined - content.begin());
    timeline.joinText = Words::tr("%1 needs the cover").arg(joined->name);
}

} // namespace

StepTimeline timelineOf(const Order &order, const QSet<QString> &joinSteps, Moment now,
                        const QTimeZone &zone)
{
    const Teller teller{order, joinSteps, now, zone};
    StepTimeline timeline;
    for (const auto category :
         {StepCategory::Cover, StepCategory::Content, StepCategory::Unknown}) {
        const TimelineTrack track = trackOf(teller, category);
        if (!track.steps.isEmpty())
            timeline.tracks.append(track);
    }
    const auto has = [&](StepCategory category) {
        return std::any_of(order.steps.begin(), order.steps.end(),
                           [&](const Step &step) { return step.category == category; });
    };
    if (has(StepCategory::Cover) && has(StepCategory::Content))
        join(timeline, joinSteps);
    return timeline;
}

QString StepTimeline::sentence() const
{
    QStringList parts;
    for (const TimelineTrack &track : tracks) {
        parts.append(QStringLiteral("%1 %2").arg(track.title, format::progress(track.progress)));
        for (const TimelineStep &step : track.steps)
            parts.append(QStringLiteral("%1 %2").arg(step.name, step.line).trimmed());
    }
    return parts.join(Words::tr(", "));
}

} // namespace pressboard::client
