// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/away_summary.h"

namespace pressboard::client {
namespace {

bool isSince(OptionalMoment moment, Moment since)
{
    return moment && *moment > since;
}

} // namespace

AwaySummary summaryOf(const Circumstances &here, Moment since)
{
    AwaySummary summary;
    const QDate leftOn = dateAt(since, here.zone);
    for (const Order &order : here.book.orders()) {
        summary.created += isSince(order.createdAt, since);
        summary.completed += isSince(order.completedAt, since);
        // It was not overdue yet on the day we left, and is now.
        summary.overdue += !order.stub && order.deliveryDate >= leftOn
            && dueTier(order, here.today()) == DueTier::Overdue;
    }
    return summary;
}

} // namespace pressboard::client
