// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/count_from_scratch.h"

#include "shared/state/views.h"

namespace pressboard::test {

Stats countFromScratch(const Book &book, const QSet<QString> &joinSteps, QDate today)
{
    Stats stats;
    stats.totalOrders = book.retired.total;
    stats.completedOrders = book.retired.completed;
    stats.complete = book.complete;
    for (const Order &order : book.orders()) {
        if (order.stub)
            continue;
        const bool isProcessing = order.status == OrderStatus::Processing;
        stats.totalOrders += 1;
        stats.pendingOrders += order.status == OrderStatus::Pending;
        stats.processingOrders += isProcessing;
        stats.completedOrders += order.status == OrderStatus::Completed;
        stats.urgentOrders += isUrgent(dueTier(order, today));
        for (const Step &step : order.steps) {
            stats.currentSteps += step.status == StepStatus::InProgress;
            stats.nextSteps += isProcessing && step.status == StepStatus::Waiting;
            stats.readySteps += isReady(order, step, joinSteps);
        }
    }
    return stats;
}

} // namespace pressboard::test
