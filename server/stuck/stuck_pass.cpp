// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_pass.h"

#include "shared/state/views.h"

#include <algorithm>
#include <limits>

namespace pressboard::server {

namespace {

StuckCase caseOf(StuckCase::Kind kind, const Order &order)
{
    StuckCase found;
    found.kind = kind;
    found.orderId = order.orderId;
    found.orderNo = order.orderNo.isEmpty() ? u'#' + order.orderId.toString() : order.orderNo;
    found.customer = order.customerName;
    return found;
}

OptionalMoment later(OptionalMoment a, OptionalMoment b)
{
    return std::max(a, b);
}

OptionalMoment touchedAt(StreamId id)
{
    return id.isNull() ? OptionalMoment() : OptionalMoment(momentOf(id));
}

/// Unknown of what came with an import, or out of another log, and was not touched since.
OptionalMoment lastMoved(const Order &order)
{
    OptionalMoment last = later(touchedAt(order.touched), order.statusSince);
    for (const Step &step : order.steps)
        last = later(last, later(touchedAt(step.touched), step.statusSince));
    return last;
}

} // namespace

StuckPass::StuckPass(const Book &book, StuckSettings settings, QSet<QString> joinSteps, Moment now,
                     QDate today)
    : m_settings(std::move(settings))
    , m_joinSteps(std::move(joinSteps))
    , m_now(now)
    , m_today(today)
    , m_orders(book.orders().keys())
    , m_hasTimes(!m_settings.medianTimes)
{
}

void StuckPass::look(const Book &book, int orders)
{
    const qsizetype end = std::min(m_orders.size(), m_next + orders);
    for (; m_next < end; ++m_next) {
        const Order *order = book.order(m_orders.at(m_next));
        if (order && m_hasTimes)
            lookAt(*order);
        else if (order)
            std::for_each(order->steps.begin(), order->steps.end(),
                          [this](const Step &step) { m_usual.note(step); });
    }
    if (m_hasTimes || m_next < m_orders.size())
        return;
    m_usual.settle();
    m_hasTimes = true;
    m_next = 0;
}

/// One of the three: who hears that a step runs for too long need not hear that its order stands.
void StuckPass::lookAt(const Order &order)
{
    if (!order.isOpen() || order.stub)
        return;
    const qsizetype before = m_cases.size();
    findUnbegun(order);
    if (m_cases.size() == before && !findRunning(order))
        findUnmoved(order);
}

bool StuckPass::findRunning(const Order &order)
{
    const qsizetype before = m_cases.size();
    for (const Step &step : order.steps) {
        if (const auto found = running(order, step))
            m_cases.append(*found);
    }
    return m_cases.size() > before;
}

std::optional<StuckCase> StuckPass::running(const Order &order, const Step &step) const
{
    const OptionalMoment since = step.startTime ? step.startTime : step.statusSince;
    if (step.status != StepStatus::InProgress || !since)
        return std::nullopt;
    const auto time = m_now - *since;
    const bool isLong =
        m_settings.runningHours && time > std::chrono::hours(*m_settings.runningHours);
    std::optional<std::chrono::milliseconds> usual;
    if (const auto median = m_usual.of(step.name); median
        && time > std::max<std::chrono::milliseconds>(*median * *m_settings.medianTimes, shortest))
        usual = median;
    if (!isLong && !usual)
        return std::nullopt;
    StuckCase found = caseOf(StuckCase::Kind::Running, order);
    found.progressId = step.progressId;
    found.step = step.name;
    found.person = step.operatorName;
    found.since = *since;
    found.usual = usual;
    return found;
}

bool StuckPass::isUnbegun(const Order &order) const
{
    return std::all_of(order.steps.begin(), order.steps.end(), [](const Step &step) {
        return step.status != StepStatus::InProgress && !step.isFinished();
    });
}

void StuckPass::findUnbegun(const Order &order)
{
    if (!m_settings.unbegunDays || !order.deliveryDate.isValid()
        || m_today.daysTo(order.deliveryDate) > *m_settings.unbegunDays || !isUnbegun(order))
        return;
    StuckCase found = caseOf(StuckCase::Kind::Unbegun, order);
    found.due = order.deliveryDate;
    m_cases.append(found);
}

void StuckPass::findUnmoved(const Order &order)
{
    const OptionalMoment moved = lastMoved(order);
    if (!m_settings.unmovedHours || order.status != OrderStatus::Processing || !moved
        || m_now - *moved <= std::chrono::hours(*m_settings.unmovedHours))
        return;
    StuckCase found = caseOf(StuckCase::Kind::Unmoved, order);
    found.since = *moved;
    if (const Step *step = heldAt(order, m_joinSteps))
        found.step = step->name;
    m_cases.append(found);
}

QList<StuckCase> stuckCases(const Book &book, const StuckSettings &settings,
                            const QSet<QString> &joinSteps, Moment now, QDate today)
{
    StuckPass pass(book, settings, joinSteps, now, today);
    while (!pass.isReady())
        pass.look(book, std::numeric_limits<int>::max());
    return pass.cases();
}

} // namespace pressboard::server
