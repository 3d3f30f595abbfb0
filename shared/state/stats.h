// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace pressboard {

/// The seed's seven numbers and ours. All are counts.
struct Stats
{
    qint64 totalOrders = 0;
    qint64 pendingOrders = 0;
    qint64 processingOrders = 0;
    qint64 completedOrders = 0;
    qint64 currentSteps = 0; ///< wire: current_steps_count
    qint64 nextSteps = 0; ///< wire: next_steps_count
    qint64 urgentOrders = 0; ///< wire: urgent_orders_count; depends on the shop's today
    qint64 readySteps = 0; ///< wire: ready_steps_count; depends on the shop's join-steps
    /// False while there is a past we never saw.
    bool complete = true;

    bool operator==(const Stats &) const = default;
};

QJsonObject toJson(const Stats &stats);
/// Absent keys are 0; `complete` absent is true.
Stats statsFromJson(const QJsonObject &object);

} // namespace pressboard
