// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/order_facts.h"
#include "client/models/due_judgement.h"
#include "shared/state/book.h"

#include <QTimeZone>

namespace pressboard::bench {

/// Work that is over, and in which hours it was done.
struct PastWork
{
    Book book;
    WorkHours hours;
    QTimeZone zone;
};

/// An order as the board showed it at a moment of its life.
Order asOf(const Order &order, Moment moment);

/// What an estimate said, and what came.
struct Prediction
{
    client::DueVerdict verdict = client::DueVerdict::None;
    std::chrono::seconds expected{0}; ///< working time from then on
    std::chrono::seconds slow{0};
    std::chrono::seconds really{0};
    bool wasLate = false; ///< finished after its day
};

enum class When { HalfTime, DayBefore };

/// Of so many finished orders, chosen evenly; each by what was known then.
QList<Prediction> predictions(const PastWork &past, When when, int wanted);

} // namespace pressboard::bench
