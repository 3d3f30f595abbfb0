// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/case_times.h"
#include "client/answers/order_facts.h"

#include <array>

namespace pressboard::client {

/// How long a step usually waits before it is begun, and how long it then runs; working time.
struct StepTimes
{
    CaseTimes wait;
    CaseTimes run;
};

/// What the shop's last month says of every step: by its name, and where that has too few cases by
/// its category, shop-wide.
class UsualTimes
{
public:
    static constexpr std::chrono::days memory{30};

    struct OfStep
    {
        const CaseTimes *wait; ///< null: too few cases, as the other
        const CaseTimes *run;
    };
    OfStep of(const Step &step) const;

private:
    friend class TimesCollector;

    QHash<QString, StepTimes> m_steps;
    std::array<StepTimes, 3> m_categories; ///< by StepCategory
};

/// Collects the times of one order after the other, so that a whole book need not be walked in one
/// turn of the loop.
class TimesCollector
{
public:
    explicit TimesCollector(Moment now)
        : m_now(now)
    {
    }

    /// Of any order: also of one that was cancelled, steps were finished.
    void add(const Order &order, const FactsScope &scope);
    /// What was collected, which is gone then.
    UsualTimes take();

private:
    struct Cases
    {
        std::vector<std::chrono::seconds> waits;
        std::vector<std::chrono::seconds> runs;
        void add(const FinishedStep &step);
        StepTimes take();
    };

    Moment m_now;
    StepNames m_names;
    std::vector<Cases> m_steps; ///< by their number in m_names
    std::array<Cases, 3> m_categories;
};

} // namespace pressboard::client
