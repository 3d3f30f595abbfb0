// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/stats.h"

#include <QLatin1StringView>

namespace pressboard {
namespace {

struct Number
{
    QLatin1StringView key;
    qint64 Stats::*member;
};

constexpr Number numbers[] = {
    {QLatin1StringView("total_orders"), &Stats::totalOrders},
    {QLatin1StringView("pending_orders"), &Stats::pendingOrders},
    {QLatin1StringView("processing_orders"), &Stats::processingOrders},
    {QLatin1StringView("completed_orders"), &Stats::completedOrders},
    {QLatin1StringView("current_steps_count"), &Stats::currentSteps},
    {QLatin1StringView("next_steps_count"), &Stats::nextSteps},
    {QLatin1StringView("urgent_orders_count"), &Stats::urgentOrders},
    {QLatin1StringView("ready_steps_count"), &Stats::readySteps},
};
constexpr QLatin1StringView completeKey("complete");

} // namespace

QJsonObject toJson(const Stats &stats)
{
    QJsonObject object;
    for (const Number &number : numbers)
        object.insert(number.key, stats.*number.member);
    object.insert(completeKey, stats.complete);
    return object;
}

Stats statsFromJson(const QJsonObject &object)
{
    Stats stats;
    for (const Number &number : numbers)
        stats.*number.member = object.value(number.key).toInteger();
    stats.complete = object.value(completeKey).toBool(true);
    return stats;
}

} // namespace pressboard
