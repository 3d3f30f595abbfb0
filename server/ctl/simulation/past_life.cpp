// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ctl/simulation/past_life.h"

#include "server/ctl/simulation/catalog.h"
#include "shared/state/views.h"

#include <algorithm>

namespace pressboard::server::simulation {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

bool isJoin(const QString &stepName)
{
    return defaultJoinSteps().contains(stepName);
}

QList<Step *> stepsOf(Order &order, StepCategory category)
{
    QList<Step *> steps;
    for (Step &step : order.steps) {
        if (step.category == category)
            steps.append(&step);
    }
    return steps;
}

} // namespace

PastLife::PastLife(Order &order, Dice &dice, Moment now)
    : m_order(order)
    , m_dice(dice)
    , m_now(now)
{
}

QList<ShopEvent> PastLife::live(Stage stage)
{
    const auto all = [this](StepCategory category) { return int(stepsOf(m_order, category).size()); };
    Moment begun = m_now;
    if (stage != Stage::Pending) {
        const bool done = stage == Stage::Completed;
        const int cover = done ? all(StepCategory::Cover) : chooseFinished(StepCategory::Cover, true);
        const bool coverDone = cover == all(StepCategory::Cover);
        const int content = done ? all(StepCategory::Content)
                                 : chooseFinished(StepCategory::Content, coverDone);
        begun = std::min(workAt(StepCategory::Cover, cover), workAt(StepCategory::Content, content));
    }
    const Moment taken = begun - hours(m_dice.number(2, 40));
    m_order.orderDate = taken;

    QList<ShopEvent> story{orderEvent(m_order, true, taken)};
    for (const Step &step : m_order.steps)
        tellStep(step, story);
    if (stage != Stage::Pending) {
        m_order.status = OrderStatus::Processing;
        story.append(orderEvent(m_order, false, begun));
    }
    if (stage == Stage::Completed) {
        m_order.status = OrderStatus::Completed;
        story.append(orderEvent(m_order, false, m_now));
    }
    return story;
}

/// Any number but all of them; the text waits before a join step for its cover.
int PastLife::chooseFinished(StepCategory category, bool coverDone)
{
    const QList<Step *> steps = stepsOf(m_order, category);
    if (steps.isEmpty())
        return 0;
    const bool mayBeAll = category == StepCategory::Cover && !stepsOf(m_order, StepCategory::Content).isEmpty();
    int finished = m_dice.number(0, int(steps.size()) - (mayBeAll ? 0 : 1));
    for (int i = 0; i < finished && !coverDone; ++i) {
        if (isJoin(steps.at(i)->name))
            finished = i;
    }
    return finished;
}

/// Makes a category's past; returns when its first step began, or now when none did.
Moment PastLife::workAt(StepCategory category, int finished)
{
    const QList<Step *> steps = stepsOf(m_order, category);
    if (finished >= steps.size())
        return steps.isEmpty() ? m_now : finishSteps(category, finished, m_now - minutes(m_dice.number(1, 5)));
    Step &current = *steps.at(finished);
    const bool held = category == StepCategory::Content && isJoin(current.name)
        && std::any_of(m_order.steps.cbegin(), m_order.steps.cend(), [](const Step &step) {
               return step.category == StepCategory::Cover && !step.isFinished();
           });
    const bool running = !held && m_dice.chance(58);
    // One running step in nine was forgotten: nobody has reported it finished since yesterday.
    const bool forgotten = running && m_dice.chance(11);
    const Moment since = m_now
        - (forgotten ? minutes(m_dice.number(25 * 60, 58 * 60)) : minutes(m_dice.number(4, 230)));
    if (running)
        run(current, since);
    const Moment previousEnd = since - (running ? minutes(m_dice.number(5, 90)) : minutes(0));
    return finished == 0 ? (running ? since : m_now - hours(m_dice.number(1, 5)))
                         : finishSteps(category, finished, previousEnd);
}

Moment PastLife::finishSteps(StepCategory category, int finished, Moment until)
{
    const QList<Step *> steps = stepsOf(m_order, category);
    for (int i = finished - 1; i >= 0; --i) {
        Step &step = *steps.at(i);
        run(step, until - minutes(m_dice.number(20, 200)));
        step.status = StepStatus::Completed;
        step.endTime = until;
        step.confirmUser = step.operatorName;
        until = *step.startTime - minutes(m_dice.number(10, 240));
    }
    return steps.first()->startTime.value_or(until);
}

void PastLife::run(Step &step, Moment since)
{
    step.status = StepStatus::InProgress;
    step.startTime = since;
    step.operatorName = operatorFor(step.name, m_dice);
}

/// Planned with the order, then started, then finished: three saves in the CRM.
void PastLife::tellStep(Step step, QList<ShopEvent> &story) const
{
    const Step now = step;
    step.status = StepStatus::Waiting;
    step.operatorName.clear();
    step.confirmUser.clear();
    step.startTime.reset();
    step.endTime.reset();
    story.append(stepEvent(step, true, *m_order.orderDate));
    if (now.startTime) {
        step.status = StepStatus::InProgress;
        step.operatorName = now.operatorName;
        step.startTime = now.startTime;
        story.append(stepEvent(step, false, *now.startTime));
    }
    if (now.isFinished())
        story.append(stepEvent(now, false, *now.endTime));
}

} // namespace pressboard::server::simulation
