// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/answer_sheet.h"
#include "client/answers/told.h"
#include "shared/state/book.h"

/// The answers in a sentence each, with doors where it counts, in the language of the installed
/// translation. Pure.
namespace pressboard::client::sentence {

struct Scope
{
    const Book &book; ///< whose orders are named
    QTimeZone zone;
    std::chrono::seconds workDay{0}; ///< working time of a day
};

Told due(const DueColumns &answer);
Told queue(const StepQueue &answer, const Scope &scope);
Told finished(const FinishedColumns &answer, const Scope &scope);
Told forgotten(const ForgottenSteps &answer);
Told inHand(const WorkInHand &answer);
/// Of the row at `row`.
Told durations(const StepDurations &answer, int row, const Scope &scope);
Told onTime(const OnTimeWeeks &answer);
Told calls(const CallTimes &answer);

Told shift(const ShiftReport &report);
/// 交接班: the whole report as a text to be sent, a line a step.
QString handover(const ShiftReport &report, const QString &shop, const ForgottenSteps &forgotten);
/// 昨夜夜班, 上一班（白班）, 本班（白班）
QString shiftName(ShiftPick pick, const ShiftSpan &span);
/// 11-22 20:00–11-23 08:00
QString shiftTime(const ShiftSpan &span);

/// Working time, in days as long as the shop's: 1天2小时.
QString workTime(std::chrono::seconds time, std::chrono::seconds workDay);
/// 近24小时
QString range(TimeRange range);
/// PO…017
QString shortNumber(const QString &orderNo);

} // namespace pressboard::client::sentence
