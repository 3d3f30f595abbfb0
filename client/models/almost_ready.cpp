// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/almost_ready.h"

#include "client/models/board_entry.h"

namespace pressboard::client {

bool isAlmostReady(const Order &order, const Step &step, const QSet<QString> &joinSteps)
{
    if (order.stub || order.status != OrderStatus::Processing || step.status != StepStatus::Waiting)
        return false;
    int open = 0;
    for (const Step &other : order.steps) {
        if (!isWaitedFor(other, step, joinSteps) || other.isFinished())
            continue;
        if (other.status != StepStatus::InProgress || ++open > 1)
            return false;
    }
    return open == 1;
}

} // namespace pressboard::client
