// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_work.h"

#include "client/answers/due_estimate.h"
#include "client/answers/facts_scope.h"

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int ordersPerTurn = 500; ///< some 3 ms on an old PC
constexpr auto usualFor = 1h; ///< a month's medians do not move by the minute

QSet<CrmId> setOf(const QList<CrmId> &ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

DueWork::DueWork(const Store &store, std::chrono::milliseconds pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_scope(factsScope(store, UsualTimes::memory))
    , m_collector(Moment{})
{
    connect(&store, &Store::changed, this, &DueWork::follow);
    connect(&store, &Store::bookReplaced, this, &DueWork::startOver);
    connect(&store, &Store::shopChanged, this, &DueWork::startOver);
    connect(&m_tick, &QTimer::timeout, this, &DueWork::tick);
    connect(&m_slice, &QTimer::timeout, this, &DueWork::workSome);
    m_tick.setInterval(pace);
    startOver();
}

void DueWork::startOver()
{
    m_isReady = false;
    m_judgements.clear();
    m_stale.clear();
    m_uncollected.clear();
    m_usual.reset();
    m_collectedAt = {};
    m_now = {};
    m_day = {};
    if (!m_watchers.isEmpty())
        tick();
}

void DueWork::watch(const QObject *watcher)
{
    m_watchers.insert(watcher);
    if (m_tick.isActive())
        return;
    m_tick.start();
    tick();
}

void DueWork::unwatch(const QObject *watcher)
{
    m_watchers.remove(watcher);
    if (!m_watchers.isEmpty())
        return;
    m_tick.stop();
    m_slice.stop();
}

void DueWork::follow(const Change &change)
{
    for (const OrderChange &order : change.orders)
        m_stale.insert(order.orderId);
    for (const StepChange &step : change.steps)
        m_stale.insert(step.orderId);
}

/// What was usual before holds until all is collected.
void DueWork::collectAnew()
{
    m_collectedAt = m_store.boardNow();
    m_scope = factsScope(m_store, UsualTimes::memory);
    m_collector = TimesCollector(m_collectedAt);
    m_uncollected = m_store.book().orders().keys();
    if (m_uncollected.isEmpty())
        m_usual = m_collector.take();
}

void DueWork::tick()
{
    const Moment now = m_store.boardNow();
    if (m_uncollected.isEmpty() && (!m_usual || now - m_collectedAt >= usualFor))
        collectAnew();
    if (std::chrono::floor<std::chrono::minutes>(now) != m_now)
        takeMinute();
    if (!m_stale.isEmpty() || !m_uncollected.isEmpty() || !m_isReady)
        m_slice.start(0ms);
}

/// On another day any order may be due.
void DueWork::takeMinute()
{
    m_now = std::chrono::floor<std::chrono::minutes>(m_store.boardNow());
    const QDate day = m_store.today();
    m_stale.unite(setOf(day == m_day ? m_judgements.keys() : m_store.book().orders().keys()));
    m_day = day;
}

void DueWork::workSome()
{
    if (!m_uncollected.isEmpty())
        collectSome();
    else if (!m_stale.isEmpty())
        judgeSome();
    else
        finish();
}

void DueWork::collectSome()
{
    for (int done = 0; done < ordersPerTurn && !m_uncollected.isEmpty(); ++done) {
        if (const Order *order = m_store.book().order(m_uncollected.takeLast()))
            m_collector.add(*order, m_scope);
    }
    if (!m_uncollected.isEmpty())
        return;
    m_usual = m_collector.take();
    m_stale.unite(setOf(m_judgements.keys()));
}

void DueWork::judgeSome()
{
    auto next = m_stale.cbegin(); // looked for once: it passes over all that are done already
    for (int done = 0; done < ordersPerTurn && next != m_stale.cend(); ++done) {
        judge(*next);
        next = m_stale.erase(next);
    }
    if (m_stale.isEmpty())
        finish();
}

void DueWork::judge(CrmId orderId)
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr || !mustGoOut(*order, m_day)) {
        m_judgements.remove(orderId);
        return;
    }
    const WorkLeft left = workLeft(*order, *m_usual, m_scope, m_now);
    m_judgements.insert(orderId, dueJudgement(*order, left, m_scope.calendar, m_now));
}

void DueWork::finish()
{
    m_slice.stop();
    m_isReady = true;
    m_today = m_tomorrow = {};
    for (auto judged = m_judgements.cbegin(); judged != m_judgements.cend(); ++judged) {
        if (const std::optional<Day> day = dayOf(judged.key()))
            (*day == Day::Today ? m_today : m_tomorrow).add(judged->verdict);
    }
    Q_EMIT changed();
}

std::optional<DueWork::Day> DueWork::dayOf(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return std::nullopt;
    return order->deliveryDate > m_day ? Day::Tomorrow : Day::Today;
}

QList<CrmId> DueWork::orders(Day day, DueVerdict verdict) const
{
    QList<CrmId> ids;
    for (auto judged = m_judgements.cbegin(); judged != m_judgements.cend(); ++judged) {
        const bool isWanted = verdict == DueVerdict::None || judged->verdict == verdict;
        if (isWanted && dayOf(judged.key()) == day)
            ids.append(judged.key());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QTime DueWork::closing() const
{
    const WorkHours &hours = m_store.workHours();
    if (hours.isRoundTheClock())
        return {};
    const auto work = std::chrono::floor<std::chrono::seconds>(hours.perDay());
    const OptionalMoment end =
        m_scope.calendar.whenWorked(m_scope.calendar.startOf(m_store.today()), work);
    const QDateTime local = end ? m_scope.calendar.clockAt(*end) : QDateTime();
    return local.date() == m_store.today() ? local.time() : QTime();
}

} // namespace pressboard::client
