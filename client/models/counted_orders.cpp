// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/counted_orders.h"

#include "shared/state/views.h"

#include <algorithm>

namespace pressboard::client {

namespace {

bool hasStep(const Order &order, StepStatus status)
{
    return std::any_of(order.steps.begin(), order.steps.end(),
                       [status](const Step &step) { return step.status == status; });
}

bool hasReadyStep(const Order &order, const QSet<QString> &joinSteps)
{
    return std::any_of(order.steps.begin(), order.steps.end(),
                       [&](const Step &step) { return isReady(order, step, joinSteps); });
}

bool isCounted(const Order &order, Counted what, QDate today, const QSet<QString> &joinSteps)
{
    switch (what) {
    case Counted::Urgent:
        return isUrgent(dueTier(order, today));
    case Counted::Overdue:
        return dueTier(order, today) == DueTier::Overdue;
    case Counted::DueToday:
        return dueTier(order, today) == DueTier::Today;
    case Counted::Within3Days:
        return dueTier(order, today) == DueTier::Within3Days;
    case Counted::StepsInProgress:
        return hasStep(order, StepStatus::InProgress);
    case Counted::StepsWaiting:
        return order.status == OrderStatus::Processing && hasStep(order, StepStatus::Waiting);
    case Counted::StepsReady:
        return hasReadyStep(order, joinSteps);
    case Counted::Processing:
        return order.status == OrderStatus::Processing;
    case Counted::Pending:
        return order.status == OrderStatus::Pending;
    case Counted::Completed:
        return order.status == OrderStatus::Completed;
    case Counted::All:
        break;
    }
    return true;
}

} // namespace

QList<CrmId> countedOrders(const Book &book, Counted what, QDate today,
                           const QSet<QString> &joinSteps)
{
    QList<CrmId> ids;
    for (const Order &order : book.orders()) {
        if (!order.stub && isCounted(order, what, today, joinSteps))
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
