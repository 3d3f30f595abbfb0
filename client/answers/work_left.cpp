// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_left.h"

#include "client/models/board_entry.h"
#include "shared/state/views.h"

#include <algorithm>

namespace pressboard::client {
namespace {

using std::chrono::seconds;

/// The longest way through steps that come as an order keeps them: by category, cover before text,
/// and there by their place. Those of the same place go beside each other.
class Path
{
public:
    void add(const Step &step, bool joins, seconds time)
    {
        if (step.category != m_category)
            m_before = m_here = seconds::zero();
        else if (step.order != m_place)
            m_before = m_here;
        m_category = step.category;
        m_place = step.order;
        const seconds begin = joins ? std::max(m_before, m_cover) : m_before;
        m_here = std::max(m_here, begin + time);
        if (step.category == StepCategory::Cover)
            m_cover = m_here;
        m_end = std::max(m_end, m_here);
    }
    seconds end() const { return m_end; }

private:
    StepCategory m_category = StepCategory::Unknown;
    int m_place = 0;
    seconds m_before{0}; ///< the end of what stands before this place
    seconds m_here{0}; ///< the latest end up to this place
    seconds m_cover{0};
    seconds m_end{0};
};

PathTime pathTime(const Spread &spread)
{
    return {spread.median, spread.p90};
}

PathTime operator+(const PathTime &a, const PathTime &b)
{
    return {a.usual + b.usual, a.slow + b.slow};
}

/// Asks of one order's steps how long each takes from when it can be begun.
class Asked
{
public:
    Asked(const Order &order, const UsualTimes &usual, const FactsScope &scope, Moment now)
        : m_order(order)
        , m_usual(usual)
        , m_scope(scope)
        , m_now(now)
    {
    }

    /// `mayBeReady` is false for a step of which is known that others are to come before it.
    std::optional<PathTime> timeOf(const Step &step, bool mayBeReady) const
    {
        const UsualTimes::OfStep times = m_usual.of(step);
        if (times.run == nullptr)
            return std::nullopt;
        if (step.status == StepStatus::InProgress)
            return pathTime(times.run->rest(since(runningSince(step))));
        if (times.wait == nullptr)
            return std::nullopt;
        const bool isWaiting = mayBeReady && isReady(m_order, step, m_scope.joinSteps);
        const seconds waited =
            isWaiting ? since(readySince(m_order, step, m_scope.joinSteps)) : seconds::zero();
        return pathTime(times.wait->rest(waited)) + pathTime(times.run->whole());
    }

private:
    seconds since(OptionalMoment begin) const
    {
        return begin ? m_scope.calendar.between(*begin, m_now) : seconds::zero();
    }

    const Order &m_order;
    const UsualTimes &m_usual;
    const FactsScope &m_scope;
    Moment m_now;
};

bool isBehind(const Step &step, const Step *earlier)
{
    return earlier != nullptr && earlier->category == step.category && earlier->order < step.order;
}

} // namespace

WorkLeft workLeft(const Order &order, const UsualTimes &usual, const FactsScope &scope, Moment now)
{
    const Asked asked(order, usual, scope, now);
    WorkLeft left;
    Path common;
    Path slow;
    bool isKnown = !order.steps.isEmpty();
    const Step *earlier = nullptr; ///< that is open
    for (const Step &step : order.steps) {
        if (step.isFinished())
            continue;
        ++left.steps;
        const auto time = asked.timeOf(step, !isBehind(step, earlier));
        earlier = &step;
        isKnown = isKnown && time;
        const bool joins =
            step.category == StepCategory::Content && scope.joinSteps.contains(step.name);
        common.add(step, joins, time.value_or(PathTime{}).usual);
        slow.add(step, joins, time.value_or(PathTime{}).slow);
    }
    if (isKnown)
        left.time = PathTime{common.end(), slow.end()};
    return left;
}

} // namespace pressboard::client
