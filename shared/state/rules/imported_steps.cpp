// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/imported_steps.h"

#include "shared/base/limits.h"
#include "shared/state/rules/event_facts.h"
#include "shared/state/rules/step_rows.h"

#include <QJsonArray>

namespace pressboard::rules {
namespace {

CrmId progressIdOf(const QJsonObject &step)
{
    return CrmId::fromJson(step.value(QLatin1StringView("progress_id")));
}

QSet<CrmId> progressIdsOf(const QJsonArray &steps)
{
    QSet<CrmId> ids;
    for (const QJsonValue step : steps) {
        if (const CrmId progressId = progressIdOf(step.toObject()); !progressId.isNull())
            ids.insert(progressId);
    }
    return ids;
}

/// First, so that there is room for the new ones.
void removeUnlisted(Book &book, CrmId orderId, const QSet<CrmId> &listed, const Event &event,
                    Change &change)
{
    QList<CrmId> unlisted;
    for (const Step &step : book.order(orderId)->steps) {
        if (!listed.contains(step.progressId) && !isOutdatedFor(step.touched, event))
            unlisted.append(step.progressId);
    }
    for (const CrmId &progressId : std::as_const(unlisted))
        removeStep(book, progressId, change);
}

} // namespace

void importSteps(Book &book, CrmId orderId, const Event &event, Change &change)
{
    const QJsonValue listed = event.data.value(QLatin1StringView("steps"));
    if (!listed.isArray())
        return;
    const QJsonArray steps = listed.toArray();
    removeUnlisted(book, orderId, progressIdsOf(steps), event, change);
    for (const QJsonValue value : steps) {
        const QJsonObject data = value.toObject();
        const CrmId progressId = progressIdOf(data);
        if (progressId.isNull())
            continue;
        const Order *home = book.orderOfStep(progressId);
        if (home && home->orderId == orderId)
            updateStep(book, *home->step(progressId), data, event, change);
        else if (!home && book.order(orderId)->steps.size() < limits::stepsPerOrder)
            addStep(book, orderId, progressId, data, event, change);
    }
}

} // namespace pressboard::rules
