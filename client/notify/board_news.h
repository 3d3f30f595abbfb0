// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/away_summary.h"

namespace pressboard::client {

// Toasts about the board as a whole: the connection, the day, the CRM.

/// `asOf`: 数据截至.
Toast connectionLost(OptionalMoment asOf, const Circumstances &here);
Toast plannedStop(OptionalMoment asOf, const Circumstances &here);
/// `summary` is null after a snapshot: then only that all is new is certain.
Toast connectionBack(std::chrono::milliseconds away, const std::optional<AwaySummary> &summary);
Toast morningStart(Moment since, const AwaySummary &summary, int unreadNotices,
                   const Circumstances &here);
/// Null when nothing is due.
std::optional<Toast> dueToday(const Circumstances &here);
/// One toast for each order whose delivery date passed on or after `from`.
QList<News> newlyOverdue(QDate from, const Circumstances &here);
Toast crmSilent(std::chrono::minutes silence);

} // namespace pressboard::client
