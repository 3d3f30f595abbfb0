// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QSet>

namespace pressboard::client {

/// What a number of the board counts: orders, or steps of orders.
enum class Counted {
    Urgent,
    Overdue,
    DueToday,
    Within3Days,
    StepsInProgress,
    StepsWaiting,
    StepsReady,
    Processing,
    Pending,
    Completed,
    All
};

/// The orders behind a number, by their IDs: those of this book, by the very rules it is counted
/// by. Walks all orders once.
QList<CrmId> countedOrders(const Book &book, Counted what, QDate today,
                           const QSet<QString> &joinSteps);

} // namespace pressboard::client
