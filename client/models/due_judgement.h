// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QDateTime>

#include <chrono>

namespace pressboard::client {

enum class DueVerdict {
    None, ///< nobody has judged it yet
    TooLate, ///< 来不及: what is usual passes its day's end
    AtRisk, ///< 危险: what is slow does
    Unknown, ///< 数据不足: a step that is left has too few cases
    InTime, ///< 来得及
};

/// Whether an order will be ready on its day, as far as the shop's own past can say.
struct DueJudgement
{
    DueVerdict verdict = DueVerdict::None;
    int stepsLeft = 0;
    std::chrono::seconds workLeft{0}; ///< usual, in working time
    /// On the shop's clock, its date() and time() only; invalid when nobody can say.
    QDateTime expected;
    QDateTime slow; ///< 慢则; the same
    /// From `expected` to the day's end; negative when that is passed. What sorts equal verdicts.
    std::chrono::seconds slack{0};

    bool operator==(const DueJudgement &) const = default;
};

/// 今日必交, and tomorrow's: open, and overdue, due today or due tomorrow.
bool mustGoOut(const Order &order, QDate today);

} // namespace pressboard::client
