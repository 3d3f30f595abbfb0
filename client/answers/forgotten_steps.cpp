// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/forgotten_steps.h"

#include <algorithm>
#include <tuple>

namespace pressboard::client {
namespace {

using Usual = std::vector<Spread>;

Usual byName(const StepDurations &durations, const StepNames &names)
{
    Usual usual(size_t(names.count()));
    for (const StepDurations::Row &row : durations.rows)
        usual[size_t(names.known(row.step))] = row.times;
    return usual;
}

bool isUnusual(const OpenStep &step, const Spread &usual, const WorkCalendar &calendar, Moment now)
{
    // Nothing is thrice as long as no time: work done outside working hours.
    return usual.isEnough() && usual.median > std::chrono::seconds::zero()
        && calendar.between(*step.since, now) > ForgottenSteps::timesUsual * usual.median;
}

bool standsBefore(const ForgottenSteps::Row &a, const ForgottenSteps::Row &b)
{
    return std::tie(b.elapsed, a.orderId, a.progressId)
        < std::tie(a.elapsed, b.orderId, b.progressId);
}

} // namespace

int ForgottenSteps::longAgoCount() const
{
    return int(
        std::count_if(rows.begin(), rows.end(), [](const Row &row) { return row.isLongAgo; }));
}

std::pair<QString, int> ForgottenSteps::worstStep() const
{
    QHash<QString, int> counts;
    for (const Row &row : rows)
        counts[row.step] += row.isLongAgo;
    std::pair<QString, int> worst;
    for (const Row &row : rows) {
        if (counts.value(row.step) > worst.second)
            worst = {row.step, counts.value(row.step)};
    }
    return worst;
}

ForgottenSteps forgottenSteps(const ShopFacts &facts, const StepDurations &durations, Moment now)
{
    const Usual usual = byName(durations, facts.names());
    ForgottenSteps forgotten;
    for (const OrderFacts &order : facts.orders()) {
        for (const OpenStep &step : order.open) {
            if (step.state != OpenStep::State::Running || !step.since || *step.since >= now)
                continue;
            const bool isLongAgo = now - *step.since > ForgottenSteps::longAgo;
            const Spread &times = usual[size_t(step.name)];
            if (isLongAgo || isUnusual(step, times, facts.calendar(), now))
                forgotten.rows.append({order.orderId, step.progressId, facts.names().at(step.name),
                                       std::chrono::floor<std::chrono::seconds>(now - *step.since),
                                       times, isLongAgo});
        }
    }
    std::sort(forgotten.rows.begin(), forgotten.rows.end(), standsBefore);
    return forgotten;
}

} // namespace pressboard::client
