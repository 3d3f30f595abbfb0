// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_estimate.h"

#include <algorithm>

namespace pressboard::client {
namespace {

/// A moment that is null is beyond the calendar.
DueVerdict verdictOf(OptionalMoment expected, OptionalMoment slow, Moment dayEnd)
{
    if (!expected || *expected > dayEnd)
        return DueVerdict::TooLate;
    return !slow || *slow > dayEnd ? DueVerdict::AtRisk : DueVerdict::InTime;
}

} // namespace

DueJudgement dueJudgement(const Order &order, const WorkLeft &left, const WorkCalendar &calendar,
                          Moment now)
{
    DueJudgement judgement;
    judgement.stepsLeft = left.steps;
    judgement.verdict = DueVerdict::Unknown;
    if (!left.time)
        return judgement;
    const QDate day = std::max(order.deliveryDate, calendar.dateOf(now));
    const Moment dayEnd = calendar.startOf(day.addDays(1));
    const OptionalMoment expected = calendar.whenWorked(now, left.time->usual);
    const OptionalMoment slow = calendar.whenWorked(now, left.time->slow);
    judgement.verdict = verdictOf(expected, slow, dayEnd);
    judgement.workLeft = left.time->usual;
    if (expected) {
        judgement.expected = calendar.clockAt(*expected);
        judgement.slack = std::chrono::floor<std::chrono::seconds>(dayEnd - *expected);
    }
    if (slow)
        judgement.slow = calendar.clockAt(*slow);
    return judgement;
}

} // namespace pressboard::client
