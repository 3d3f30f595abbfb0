// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_durations.h"

#include <algorithm>
#include <tuple>

namespace pressboard::client {
namespace {

bool isTimed(const FinishedStep &step, Moment now)
{
    return step.ran && step.endedWithin(StepDurations::memory, now);
}

bool standsBefore(const StepDurations::Row &a, const StepDurations::Row &b)
{
    const auto median = [](const StepDurations::Row &row) {
        return row.times.isEnough() ? row.times.median : std::chrono::seconds(-1);
    };
    return std::tuple(median(b), a.step) < std::tuple(median(a), b.step);
}

} // namespace

StepDurations stepDurations(const ShopFacts &facts, Moment now)
{
    std::vector<std::vector<std::chrono::seconds>> times(size_t(facts.names().count()));
    for (const OrderFacts &order : facts.orders()) {
        for (const FinishedStep &step : order.finished) {
            if (isTimed(step, now))
                times[size_t(step.name)].push_back(*step.ran);
        }
    }
    StepDurations durations;
    for (size_t name = 0; name < times.size(); ++name) {
        if (!times[name].empty())
            durations.rows.append({facts.names().at(int(name)), spreadOf(std::move(times[name]))});
    }
    std::sort(durations.rows.begin(), durations.rows.end(), standsBefore);
    return durations;
}

QList<CrmId> ordersTimed(const ShopFacts &facts, const QString &step, Moment now)
{
    const int name = facts.names().known(step);
    QList<CrmId> ids;
    for (const OrderFacts &order : facts.orders()) {
        const auto belongs = [name, now](const FinishedStep &finished) {
            return finished.name == name && isTimed(finished, now);
        };
        if (std::any_of(order.finished.begin(), order.finished.end(), belongs))
            ids.append(order.orderId);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace pressboard::client
