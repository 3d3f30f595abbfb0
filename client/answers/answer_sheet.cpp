// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/answer_sheet.h"

namespace pressboard::client {

AnswerSheet answersFrom(const ShopFacts &facts, TimeRange range, const RangeScope &scope)
{
    const QDate today = facts.calendar().dateOf(scope.now);
    AnswerSheet sheet;
    sheet.due = dueColumns(facts, today);
    sheet.queue = stepQueue(facts, scope.now);
    sheet.finished = finishedColumns(facts, range, scope);
    sheet.durations = stepDurations(facts, scope.now);
    sheet.forgotten = forgottenSteps(facts, sheet.durations, scope.now);
    sheet.inHand = workInHand(facts);
    sheet.onTime = onTimeWeeks(facts, today);
    return sheet;
}

} // namespace pressboard::client
