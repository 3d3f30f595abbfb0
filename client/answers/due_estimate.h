// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/work_left.h"
#include "client/models/due_judgement.h"

namespace pressboard::client {

/// Will it be ready on its day? From now on, working time only; what is overdue already is asked
/// whether it will be ready today. `order` has a delivery date. Pure.
DueJudgement dueJudgement(const Order &order, const WorkLeft &left, const WorkCalendar &calendar,
                          Moment now);

} // namespace pressboard::client
