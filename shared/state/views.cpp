// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/views.h"

#include "shared/base/limits.h"

#include <algorithm>

namespace pressboard {
namespace {

bool isUnfinishedBefore(const Step &other, const Step &step)
{
    return other.category == step.category && other.order < step.order && !other.isFinished();
}

bool isUnfinishedCover(const Step &other)
{
    return other.category == StepCategory::Cover && !other.isFinished();
}

template<typename Predicate> const Step *firstStep(const Order &order, Predicate predicate)
{
    const auto found = std::find_if(order.steps.begin(), order.steps.end(), predicate);
    return found == order.steps.end() ? nullptr : &*found;
}

} // namespace

DueTier dueTier(const Order &order, QDate today)
{
    return order.isOpen() ? dueTier(order.deliveryDate, today) : DueTier::None;
}

DueTier dueTier(QDate due, QDate today)
{
    if (!due.isValid())
        return DueTier::None;
    const qint64 days = today.daysTo(due);
    if (days < 0)
        return DueTier::Overdue;
    if (days == 0)
        return DueTier::Today;
    return days <= limits::urgentDays ? DueTier::Within3Days : DueTier::Later;
}

QStringList defaultJoinSteps()
{
    return {QStringLiteral("胶包"), QStringLiteral("马订"), QStringLiteral("配本(塑封)"),
            QStringLiteral("打包"), QStringLiteral("送货")};
}

bool isReady(const Order &order, const Step &step, const QSet<QString> &joinSteps)
{
    if (order.stub || order.status != OrderStatus::Processing || step.status != StepStatus::Waiting)
        return false;
    const bool joins = step.category == StepCategory::Content && joinSteps.contains(step.name);
    return std::none_of(order.steps.begin(), order.steps.end(), [&](const Step &other) {
        return isUnfinishedBefore(other, step) || (joins && isUnfinishedCover(other));
    });
}

const Step *heldAt(const Order &order, const QSet<QString> &joinSteps)
{
    if (!order.isOpen())
        return nullptr;
    if (const Step *running = firstStep(
            order, [](const Step &step) { return step.status == StepStatus::InProgress; }))
        return running;
    if (const Step *ready =
            firstStep(order, [&](const Step &step) { return isReady(order, step, joinSteps); }))
        return ready;
    return firstStep(order, [](const Step &step) { return !step.isFinished(); });
}

const Step *previousStep(const Order &order, const Step &step)
{
    const Step *previous = nullptr;
    for (const Step &other : order.steps) {
        if (other.category == step.category && other.order < step.order && other.isFinished())
            previous = &other; // the steps are sorted: the last one found is the nearest
    }
    return previous;
}

const Step *nextStep(const Order &order, const Step &step)
{
    return firstStep(order, [&](const Step &other) {
        return other.category == step.category && other.order > step.order && !other.isFinished();
    });
}

Progress progress(const Order &order)
{
    const auto finished = std::count_if(order.steps.begin(), order.steps.end(),
                                        [](const Step &step) { return step.isFinished(); });
    return {int(finished), int(order.steps.size())};
}

QJsonObject effectiveStats(const Book &book, const ReadyIndex &ready, QDate today)
{
    QJsonObject numbers = toJson(computedStats(book, ready, today));
    const QJsonObject &published = book.publishedNumbers;
    for (auto number = published.begin(); number != published.end(); ++number)
        numbers.insert(number.key(), *number);
    return numbers;
}

Stats computedStats(const Book &book, const ReadyIndex &ready, QDate today)
{
    Stats stats = book.computedStats(today);
    stats.readySteps = ready.count();
    return stats;
}

} // namespace pressboard
