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

/// Of the steps that somebody could work at.
constexpr int runningPercent = 52;

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
    const Moment begun = stage == Stage::Pending ? m_now : work(stage == Stage::Completed);
    QList<ShopEvent> story{orderEvent(m_order, true, *m_order.orderDate)};
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

/// Makes the past of both categories; returns when the first step began. The text goes first: where
/// it has got beyond a join step, the cover was finished before that began.
Moment PastLife::work(bool done)
{
    const int coverSteps = int(stepsOf(m_order, StepCategory::Cover).size());
    const int contentSteps = int(stepsOf(m_order, StepCategory::Content).size());
    const int cover = done ? coverSteps : chooseFinished(StepCategory::Cover, true);
    const bool coverDone = cover == coverSteps;
    const int content = done ? contentSteps : chooseFinished(StepCategory::Content, coverDone);
    const Moment contentBegun = workAt(StepCategory::Content, content, m_now, coverDone);
    const Moment coverBegun = workAt(StepCategory::Cover, cover, joined(), true);
    return std::min(coverBegun, contentBegun);
}

/// When cover and text came together, or now.
Moment PastLife::joined() const
{
    for (const Step &step : m_order.steps) {
        if (step.category == StepCategory::Content && isJoin(step.name) && step.startTime)
            return *step.startTime;
    }
    return m_now;
}

/// Any number but all of them; the text waits for its cover at a join step, or is not there yet.
int PastLife::chooseFinished(StepCategory category, bool coverDone)
{
    const QList<Step *> steps = stepsOf(m_order, category);
    if (steps.isEmpty())
        return 0;
    const bool mayBeAll =
        category == StepCategory::Cover && !stepsOf(m_order, StepCategory::Content).isEmpty();
    int finished = m_dice.number(0, int(steps.size()) - (mayBeAll ? 0 : 1));
    for (int i = 0; i < finished && !coverDone; ++i) {
        if (isJoin(steps.at(i)->name))
            finished = std::max(0, i - m_dice.number(0, 3));
    }
    return finished;
}

/// Makes a category's past; returns when its first step began, or nearly now when none did.
Moment PastLife::workAt(StepCategory category, int finished, Moment until, bool coverDone)
{
    const QList<Step *> steps = stepsOf(m_order, category);
    if (steps.isEmpty())
        return m_now;
    if (finished == steps.size())
        return finishSteps(category, finished, until - minutes(m_dice.number(1, 5)));
    Step &current = *steps.at(finished);
    const bool held = isJoin(current.name) && !coverDone;
    const bool running = !held && m_dice.chance(runningPercent);
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
        step.details.edit(
            [&step](StepDetails &details) { details.confirmUser = step.operatorName; });
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
    step.details.set({});
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
