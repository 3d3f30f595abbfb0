// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QDate>
#include <QList>
#include <QString>

#include <functional>

namespace pressboard::server {

/// What there is to say of a day in the morning, as far as somebody may see it.
struct DayReport
{
    struct Line
    {
        QString orderNo;
        QString customer;
        QString product;
        QDate due;
    };
    /// Of each list so many lines at most.
    static constexpr int lines = 10;

    QList<Line> overdue; ///< since the day that was told last
    int overdueCount = 0; ///< of these, with those that have no line
    QList<Line> dueToday;
    int dueTodayCount = 0;

    int inHand = 0; ///< orders that are open
    int running = 0; ///< their steps that somebody works on
    int dueSoon = 0; ///< within three days, today included
    int allOverdue = 0;
};

/// `told` is the day of the last report: what was overdue then is not news.
DayReport dayReport(const Book &book, QDate today, QDate told,
                    const std::function<bool(const Audience &)> &sees);

} // namespace pressboard::server
