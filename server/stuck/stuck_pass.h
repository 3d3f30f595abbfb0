// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/stuck_settings.h"
#include "server/stuck/stuck_case.h"
#include "server/stuck/usual_times.h"
#include "shared/state/book.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace pressboard::server {

/// Looks through the book once for what is stuck, some orders at a time, since a large book takes
/// longer than those who wait for an event should. What changes meanwhile is seen as it is then.
class StuckPass
{
public:
    /// Many times as long as is usual for a step of two minutes is nothing to tell.
    static constexpr std::chrono::hours shortest{1};

    /// `today` is the shop's date.
    StuckPass(const Book &book, StuckSettings settings, QSet<QString> joinSteps, Moment now,
              QDate today);

    /// Goes over so many orders.
    void look(const Book &book, int orders);
    bool isReady() const { return m_hasTimes && m_next == m_orders.size(); }
    /// Once ready.
    const QList<StuckCase> &cases() const { return m_cases; }

private:
    void lookAt(const Order &order);
    bool findRunning(const Order &order);
    std::optional<StuckCase> running(const Order &order, const Step &step) const;
    void findUnbegun(const Order &order);
    void findUnmoved(const Order &order);
    bool isUnbegun(const Order &order) const;

    StuckSettings m_settings;
    QSet<QString> m_joinSteps;
    Moment m_now;
    QDate m_today;
    QList<CrmId> m_orders;
    qsizetype m_next = 0;
    UsualTimes m_usual;
    bool m_hasTimes = false; ///< the first time over the orders is for these
    QList<StuckCase> m_cases;
};

/// Everything at once.
QList<StuckCase> stuckCases(const Book &book, const StuckSettings &settings,
                            const QSet<QString> &joinSteps, Moment now, QDate today);

} // namespace pressboard::server
