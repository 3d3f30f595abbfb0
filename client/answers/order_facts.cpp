// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/order_facts.h"

#include "client/models/board_entry.h"
#include "shared/state/views.h"

namespace pressboard::client {
namespace {

std::optional<FinishedStep> finishedStep(const Order &order, const Step &step,
                                         const FactsScope &scope)
{
    const OptionalMoment end = step.endTime ? step.endTime : step.statusSince;
    if (step.status != StepStatus::Completed || !end || *end < scope.forgetBefore)
        return std::nullopt;
    FinishedStep fact;
    fact.category = step.category;
    fact.end = *end;
    if (!step.startTime || *step.startTime > *end)
        return fact;
    fact.ran = scope.calendar.between(*step.startTime, *end);
    if (const OptionalMoment ready = earlierStepsDone(order, step, scope.joinSteps))
        fact.waited = scope.calendar.between(*ready, *step.startTime);
    return fact;
}

std::optional<OpenStep> openStep(const Order &order, const Step &step, const FactsScope &scope)
{
    if (step.status == StepStatus::InProgress)
        return OpenStep{OpenStep::State::Running, 0, step.progressId, runningSince(step)};
    if (isReady(order, step, scope.joinSteps))
        return OpenStep{OpenStep::State::Ready, 0, step.progressId,
                        readySince(order, step, scope.joinSteps)};
    return std::nullopt;
}

} // namespace

OrderFacts factsOf(const Order &order, const FactsScope &scope, StepNames &names)
{
    OrderFacts facts;
    facts.orderId = order.orderId;
    facts.status = order.status;
    facts.due = order.deliveryDate;
    if (order.status == OrderStatus::Completed && order.completedAt)
        facts.completed = scope.calendar.dateOf(*order.completedAt);
    facts.beforeBinding = order.isOpen() && hasNotReachedBinding(order, scope.joinSteps);
    for (const Step &step : order.steps) {
        if (std::optional<FinishedStep> finished = finishedStep(order, step, scope)) {
            finished->name = names.idOf(step.name);
            facts.finished.push_back(*finished);
        } else if (std::optional<OpenStep> open = openStep(order, step, scope)) {
            open->name = names.idOf(step.name);
            facts.open.push_back(*open);
        }
    }
    return facts;
}

} // namespace pressboard::client
