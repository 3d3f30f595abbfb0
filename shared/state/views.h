// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"
#include "shared/state/book.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace pressboard {

// Pure views of the book: what depends on the clock or on the shop's settings is not in it.

enum class DueTier { None, Overdue, Today, Within3Days, Later };

/// Tiers of an open order; None for an order that is not open or has no date.
DueTier dueTier(const Order &order, QDate today);
/// The same of an order that is open; `due` may be null.
DueTier dueTier(QDate due, QDate today);
inline bool isUrgent(DueTier tier)
{
    return tier == DueTier::Overdue || tier == DueTier::Today || tier == DueTier::Within3Days;
}

/// The content steps that also need all cover steps: 胶包 马订 配本(塑封) 打包 送货.
QStringList defaultJoinSteps();

/// A waiting step of a processing order is ready when every step of its order and category with
/// a smaller step_order is finished; one named in `joinSteps` also needs all cover steps.
bool isReady(const Order &order, const Step &step, const QSet<QString> &joinSteps);

/// The step an open order is held at: the first in progress, else the first ready, else the first
/// that is not finished; null when none is left.
const Step *heldAt(const Order &order, const QSet<QString> &joinSteps);
/// The finished step before this one in its category, or null; and the next one that is not.
const Step *previousStep(const Order &order, const Step &step);
const Step *nextStep(const Order &order, const Step &step);
struct Progress
{
    int finished = 0;
    int total = 0;
    bool operator==(const Progress &) const = default;
};
Progress progress(const Order &order);

/// Counts ready steps incrementally: an order's ready steps depend on that order alone.
class ReadyIndex
{
public:
    explicit ReadyIndex(QStringList joinSteps = defaultJoinSteps());
    const QSet<QString> &joinSteps() const { return m_joinSteps; }

    void rebuild(const Book &book);
    void update(const Book &book, const Change &change);
    qint64 count() const { return m_count; }

private:
    void setOrder(const CrmId &orderId, int ready);

    QSet<QString> m_joinSteps;
    QHash<CrmId, int> m_readyOfOrder;
    qint64 m_count = 0;
};

/// What the cards show: computed, overlaid key by key by what a publisher declared.
QJsonObject effectiveStats(const Book &book, const ReadyIndex &ready, QDate today);
Stats computedStats(const Book &book, const ReadyIndex &ready, QDate today);

} // namespace pressboard
