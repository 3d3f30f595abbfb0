// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/call_times.h"
#include "client/answers/due_columns.h"
#include "client/answers/finished_columns.h"
#include "client/answers/forgotten_steps.h"
#include "client/answers/on_time_weeks.h"
#include "client/answers/shift_report.h"
#include "client/answers/step_durations.h"
#include "client/answers/step_queue.h"
#include "client/answers/work_in_hand.h"

namespace pressboard::client {

/// All answers, of one moment; of what was finished by range, or by shift.
struct AnswerSheet
{
    DueColumns due;
    StepQueue queue;
    FinishedColumns finished;
    ForgottenSteps forgotten;
    WorkInHand inHand;
    StepDurations durations;
    OnTimeWeeks onTime;
    std::optional<ShiftReport> shift; ///< instead of `finished`, when a shift is asked about
    CallTimes calls; ///< of the notices, not of the orders

    bool operator==(const AnswerSheet &) const = default;
};

/// All that orders answer: without the calls.
AnswerSheet answersFrom(const ShopFacts &facts, TimeRange range, const RangeScope &scope);

} // namespace pressboard::client
