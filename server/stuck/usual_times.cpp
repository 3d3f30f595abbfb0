// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/usual_times.h"

#include <algorithm>

namespace pressboard::server {

void UsualTimes::note(const Step &step)
{
    const bool isKnown = step.status == StepStatus::Completed && step.startTime && step.endTime
        && *step.endTime > *step.startTime;
    if (isKnown)
        m_times[step.name].push_back(*step.endTime - *step.startTime);
}

void UsualTimes::settle()
{
    for (auto times = m_times.begin(); times != m_times.end(); ++times) {
        if (times->size() < least)
            continue;
        const auto middle = times->begin() + std::ptrdiff_t(times->size() / 2);
        std::nth_element(times->begin(), middle, times->end());
        m_medians.insert(times.key(), *middle);
    }
    m_times.clear();
}

std::optional<std::chrono::milliseconds> UsualTimes::of(const QString &stepName) const
{
    const auto median = m_medians.find(stepName);
    return median == m_medians.end() ? std::nullopt : std::optional(*median);
}

} // namespace pressboard::server
