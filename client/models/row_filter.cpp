// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/row_filter.h"

namespace pressboard::client {

bool RowFilter::passes(const QString &step, const QString &operatorName, StepCategory of) const
{
    return (steps.isEmpty() || steps.contains(step))
        && (operators.isEmpty() || operators.contains(operatorName))
        && (category == StepCategory::Unknown || category == of);
}

} // namespace pressboard::client
