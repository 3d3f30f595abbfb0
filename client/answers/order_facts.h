// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/step_names.h"
#include "client/answers/work_calendar.h"
#include "shared/state/order.h"

#include <QSet>

#include <optional>

namespace pressboard::client {

/// A step that was completed.
struct FinishedStep
{
    int name = 0; ///< in StepNames
    StepCategory category = StepCategory::Unknown;
    Moment end{};
    /// Working time between start and end, and between what it waited for and its start; null when
    /// nobody said when.
    std::optional<std::chrono::seconds> ran;
    std::optional<std::chrono::seconds> waited;

    bool endedWithin(std::chrono::days memory, Moment now) const
    {
        return end >= now - memory && end <= now;
    }
};

/// A step that could be started, or that runs.
struct OpenStep
{
    enum class State { Ready, Running };
    State state = State::Ready;
    int name = 0; ///< in StepNames
    CrmId progressId;
    OptionalMoment since;
};

/// What the answers need to know of one order, a tenth of its size: counting goes through all
/// orders of the shop each time.
struct OrderFacts
{
    CrmId orderId;
    OrderStatus status = OrderStatus::Unknown;
    QDate due; ///< may be null
    QDate completed; ///< the shop's date; null when it is not, or nobody said when
    bool beforeBinding = false; ///< its first join step cannot begin yet
    std::vector<FinishedStep> finished;
    std::vector<OpenStep> open;

    bool isOpen() const
    {
        return status == OrderStatus::Pending || status == OrderStatus::Processing;
    }
};

/// What facts depend on beside the order.
struct FactsScope
{
    WorkCalendar calendar;
    QSet<QString> joinSteps;
    Moment forgetBefore{}; ///< steps finished before this are in no answer
};

/// Pure, but that it gives new names their numbers.
OrderFacts factsOf(const Order &order, const FactsScope &scope, StepNames &names);

} // namespace pressboard::client
