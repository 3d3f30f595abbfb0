// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/step_rows.h"

#include "shared/base/limits.h"
#include "shared/state/fields.h"
#include "shared/state/rules/custom_rule.h"
#include "shared/state/rules/event_facts.h"

namespace pressboard::rules {
namespace {

/// Since when it has its status: since it began or ended, if the same event says when it did.
OptionalMoment statusSince(const Step &step, const QJsonObject &data, const Event &event)
{
    if (event.isImported())
        return std::nullopt;
    if (step.status == StepStatus::InProgress && step.startTime
        && data.contains(QLatin1StringView("start_time")))
        return step.startTime;
    if (step.isFinished() && step.endTime && data.contains(QLatin1StringView("end_time")))
        return step.endTime;
    return momentOf(event);
}

void assignFields(QList<FieldChange> *changes, Step &step, const QJsonObject &data,
                  const Event &event, RowChange kind, const Book &book)
{
    const StatusBefore before(step);
    const OptionalMoment start = step.startTime;
    const OptionalMoment end = step.endTime;
    pressboard::assignFields(changes, stepFields(), step, data);
    assignStatusText(changes, step, data, limits::stepText);
    assignCustomFields(changes, step, data, book);

    const bool began = step.status == StepStatus::InProgress && step.startTime != start;
    const bool ended = step.isFinished() && step.endTime != end;
    if (kind == RowChange::Added || before.hasMoved(step) || began || ended)
        assign(changes, QStringLiteral("status_since"), step.statusSince,
               statusSince(step, data, event));
}

} // namespace

void addStep(Book &book, CrmId orderId, CrmId progressId, const QJsonObject &data,
             const Event &event, Change &change)
{
    Step step;
    step.progressId = progressId;
    step.orderId = orderId;
    step.touched = event.id;
    assignFields(nullptr, step, data, event, RowChange::Added, book);
    book.putStep(std::move(step));
    change.steps.append({orderId, progressId, RowChange::Added, {}, std::nullopt});
}

void updateStep(Book &book, const Step &known, const QJsonObject &data, const Event &event,
                Change &change)
{
    if (isOutdatedFor(known.touched, event))
        return;
    StepChange update{known.orderId, known.progressId, RowChange::Updated, {}, std::nullopt};
    book.editStep(known.progressId, [&](Step &step) {
        assignFields(&update.fields, step, data, event, RowChange::Updated, book);
        if (!update.fields.isEmpty())
            step.touched = event.id;
    });
    if (!update.fields.isEmpty())
        change.steps.append(std::move(update));
}

void moveStep(Book &book, const Step &known, CrmId orderId, const Event &event, Change &change)
{
    if (isOutdatedFor(known.touched, event))
        return;
    const CrmId progressId = known.progressId;
    removeStep(book, progressId, change);
    Step step = *change.steps.constLast().removed;
    step.orderId = orderId;
    step.touched = event.id;
    assignFields(nullptr, step, event.data, event, RowChange::Updated, book);
    book.putStep(std::move(step));
    change.steps.append({orderId, progressId, RowChange::Added, {}, std::nullopt});
}

void removeStep(Book &book, CrmId progressId, Change &change)
{
    if (std::optional<Step> step = book.takeStep(progressId)) {
        const CrmId orderId = step->orderId;
        change.steps.append({orderId, progressId, RowChange::Removed, {}, std::move(step)});
    }
}

} // namespace pressboard::rules
