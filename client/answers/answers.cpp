// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/answers.h"

#include "client/answers/facts_scope.h"

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int ordersPerTurn = 1000; ///< some 5 ms on an old PC
/// The longest look back, 30 days and four weeks before, and what a board may run for.
constexpr std::chrono::days memory{70};

std::chrono::milliseconds timeOfDay(const QString &text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    return std::chrono::milliseconds(time.isValid() ? time.msecsSinceStartOfDay() : 0);
}

} // namespace

Answers::Answers(const Store &store, std::chrono::milliseconds pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_facts(factsScope(store, memory))
{
    connect(&store, &Store::changed, this, &Answers::follow);
    connect(&store, &Store::bookReplaced, this, &Answers::startOver);
    connect(&store, &Store::shopChanged, this, &Answers::startOver);
    connect(&m_tick, &QTimer::timeout, this, &Answers::tick);
    connect(&m_slice, &QTimer::timeout, this, &Answers::updateSome);
    m_tick.setInterval(pace);
    startOver();
}

void Answers::startOver()
{
    m_facts = ShopFacts(factsScope(m_store, memory));
    const QList<CrmId> all = m_store.book().orders().keys();
    m_stale = QSet<CrmId>(all.begin(), all.end());
    m_isReady = false;
    if (m_isWatched)
        m_slice.start(0ms);
}

void Answers::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched) {
        m_tick.start();
        m_slice.start(0ms);
    } else {
        m_tick.stop();
        m_slice.stop();
    }
}

void Answers::setRange(TimeRange range)
{
    m_isRangeChosen = true;
    m_range = range;
    m_shift.reset();
    if (m_isReady)
        answer();
}

void Answers::setShift(ShiftPick pick)
{
    m_shift = pick;
    if (m_isReady)
        answer();
}

std::optional<ShiftSpan> Answers::spanOf(ShiftPick pick) const
{
    // What a server says that is none of ours is no shift.
    const Result<Shifts> shifts = Shifts::parse(m_store.shop().shifts);
    return shifts ? shiftSpan(pick, *shifts, m_now, m_store.zone()) : std::nullopt;
}

QList<std::pair<ShiftPick, ShiftSpan>> Answers::shifts() const
{
    QList<std::pair<ShiftPick, ShiftSpan>> shifts;
    for (const ShiftPick pick : shiftPicks) {
        if (const auto span = spanOf(pick))
            shifts.append({pick, *span});
    }
    return shifts;
}

void Answers::follow(const Change &change)
{
    for (const OrderChange &order : change.orders)
        m_stale.insert(order.orderId);
    for (const StepChange &step : change.steps)
        m_stale.insert(step.orderId);
    if (change.notice || change.withdrawn || !change.settled.isEmpty())
        m_areNoticesNew = true;
}

void Answers::tick()
{
    if (!m_facts.calendar().covers(m_store.today().addDays(1)))
        return startOver();
    const bool hasMinutePassed = std::chrono::floor<std::chrono::minutes>(m_store.boardNow())
        != std::chrono::floor<std::chrono::minutes>(m_now);
    if (!m_stale.isEmpty() || m_areNoticesNew || hasMinutePassed)
        m_slice.start(0ms);
}

void Answers::updateSome()
{
    auto next = m_stale.cbegin(); // looked for once: it passes over all that are done already
    for (int done = 0; done < ordersPerTurn && next != m_stale.cend(); ++done) {
        m_facts.update(*next, m_store.book().order(*next));
        next = m_stale.erase(next);
    }
    if (!m_stale.isEmpty())
        return;
    m_slice.stop();
    m_isReady = true;
    answer();
}

void Answers::answer()
{
    m_now = m_store.boardNow();
    const QTime local =
        QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count(), m_store.zone()).time();
    if (!m_isRangeChosen)
        m_range = usualRange(local);
    m_sheet = answersFrom(m_facts, m_range, {m_now, timeOfDay(m_store.shop().dayStart)});
    if (const auto span = m_shift ? spanOf(*m_shift) : std::nullopt)
        m_sheet.shift = shiftReport(m_facts, *m_shift, *span, m_now);
    m_sheet.calls = callTimes(m_store.book().notices, m_now);
    m_areNoticesNew = false;
    Q_EMIT changed();
}

} // namespace pressboard::client
