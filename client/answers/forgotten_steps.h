// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/step_durations.h"

namespace pressboard::client {

/// 哪些活开了没人管／没报工？ Steps in progress for more than 24 hours by the clock, as on the
/// board, or for more than three times the working time that step usually takes.
struct ForgottenSteps
{
    static constexpr std::chrono::hours longAgo{24};
    static constexpr int timesUsual = 3;

    struct Row
    {
        CrmId orderId;
        CrmId progressId;
        QString step;
        std::chrono::seconds elapsed{0}; ///< by the clock, as the board shows it
        Spread usual; ///< working time
        bool isLongAgo = false; ///< else it is only unusually long
        bool operator==(const Row &) const = default;
    };

    QList<Row> rows; ///< the longest first
    int longAgoCount() const;
    /// The step with most rows that are long ago, and how many; of equals the longer running.
    std::pair<QString, int> worstStep() const;
    bool operator==(const ForgottenSteps &) const = default;
};

ForgottenSteps forgottenSteps(const ShopFacts &facts, const StepDurations &usual, Moment now);

} // namespace pressboard::client
