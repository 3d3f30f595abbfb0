// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/order.h"
#include "shared/state/views.h"

#include <QTimeZone>

namespace pressboard::client {

/// One step of an order as its timeline tells it, in the words of the installed translation.
struct TimelineStep
{
    enum class State { Done, Skipped, Running, Ready, Waiting, Unknown };

    CrmId progressId;
    QString name;
    State state = State::Unknown;
    QString tag; ///< 可开工, 进行中; else empty
    QString line; ///< who, when, how long: 张伟·11-18·3小时5分
    QString detail; ///< what else is known: who confirmed it, its note; may have lines
    bool operator==(const TimelineStep &) const = default;
};

/// The steps of one category, one below the other.
struct TimelineTrack
{
    QString title; ///< 封面; empty where no category is known
    Progress progress;
    QList<TimelineStep> steps;
    bool operator==(const TimelineTrack &) const = default;
};

/// Who did what, when and for how long, and what is still to come.
struct StepTimeline
{
    QList<TimelineTrack> tracks; ///< cover, content, unknown; only those with steps
    /// Where the cover joins the content: the row in the content's track, and what it says there.
    std::optional<int> joinRow;
    QString joinText; ///< 胶包等封面
    bool operator==(const StepTimeline &) const = default;

    /// All of it, to be read aloud.
    QString sentence() const;
};

StepTimeline timelineOf(const Order &order, const QSet<QString> &joinSteps, Moment now,
                        const QTimeZone &zone);

} // namespace pressboard::client
