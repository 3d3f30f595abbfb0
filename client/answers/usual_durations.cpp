// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/usual_durations.h"

#include "client/answers/step_durations.h"

namespace pressboard::client {

using namespace std::chrono;

namespace {

constexpr days furthest{30}; ///< nothing is expected beyond

bool isTimed(const Step &step, Moment now)
{
    return step.status == StepStatus::Completed && step.startTime && step.endTime
        && *step.startTime <= *step.endTime && *step.endTime <= now
        && *step.endTime >= now - StepDurations::memory;
}

} // namespace

QHash<QString, Spread> usualDurations(const Book &book, const QStringList &steps,
                                      const WorkCalendar &calendar, Moment now)
{
    QHash<QString, std::vector<seconds>> times;
    for (const QString &step : steps)
        times.insert(step, {});
    for (const Order &order : book.orders()) {
        for (const Step &step : order.steps) {
            if (const auto of = times.find(step.name); of != times.end() && isTimed(step, now))
                of->push_back(calendar.between(*step.startTime, *step.endTime));
        }
    }
    QHash<QString, Spread> spreads;
    for (auto of = times.begin(); of != times.end(); ++of) {
        if (!of->empty())
            spreads.insert(of.key(), spreadOf(std::move(of.value())));
    }
    return spreads;
}

OptionalMoment expectedEnd(Moment start, seconds usual, const WorkCalendar &calendar, Moment now)
{
    if (calendar.between(start, now) >= usual)
        return std::nullopt;
    const OptionalMoment end = calendar.whenWorked(start, usual);
    return end && *end - now <= furthest ? end : std::nullopt;
}

} // namespace pressboard::client
