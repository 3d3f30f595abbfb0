// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/usual_times.h"

#include <utility>

namespace pressboard::client {

namespace {

const CaseTimes *enoughOf(const CaseTimes *ofName, const CaseTimes &shopWide)
{
    if (ofName != nullptr && ofName->isEnough())
        return ofName;
    return shopWide.isEnough() ? &shopWide : nullptr;
}

} // namespace

UsualTimes::OfStep UsualTimes::of(const Step &step) const
{
    const auto known = m_steps.constFind(step.name);
    const StepTimes *named = known == m_steps.constEnd() ? nullptr : &*known;
    const StepTimes &shopWide = m_categories[size_t(step.category)];
    return {enoughOf(named ? &named->wait : nullptr, shopWide.wait),
            enoughOf(named ? &named->run : nullptr, shopWide.run)};
}

void TimesCollector::Cases::add(const FinishedStep &step)
{
    if (step.waited)
        waits.push_back(*step.waited);
    if (step.ran)
        runs.push_back(*step.ran);
}

StepTimes TimesCollector::Cases::take()
{
    return {CaseTimes(std::exchange(waits, {})), CaseTimes(std::exchange(runs, {}))};
}

void TimesCollector::add(const Order &order, const FactsScope &scope)
{
    const OrderFacts facts = factsOf(order, scope, m_names);
    m_steps.resize(size_t(m_names.count()));
    for (const FinishedStep &step : facts.finished) {
        if (!step.endedWithin(UsualTimes::memory, m_now))
            continue;
        m_steps[size_t(step.name)].add(step);
        m_categories[size_t(step.category)].add(step);
    }
}

UsualTimes TimesCollector::take()
{
    UsualTimes usual;
    for (size_t name = 0; name < m_steps.size(); ++name)
        usual.m_steps.insert(m_names.at(int(name)), m_steps[name].take());
    for (size_t category = 0; category < m_categories.size(); ++category)
        usual.m_categories[category] = m_categories[category].take();
    return usual;
}

} // namespace pressboard::client
