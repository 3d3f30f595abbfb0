// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/timer_list.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <utility>
#include <vector>

namespace pressboard::server::platform {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

using TimePoint = TimerList::TimePoint;

// Some callers say "never" with the largest number there is: it must not wrap to the past.
constexpr milliseconds longest = std::chrono::years(100);

// The grid a timer's moment is moved to. Each step divides the one before, so that timers of
// different intervals meet.
milliseconds grid(Qt::TimerType type, milliseconds interval)
{
    if (type == Qt::VeryCoarseTimer)
        return 1s;
    if (type == Qt::CoarseTimer) {
        for (const milliseconds step : {1000ms, 500ms, 250ms, 50ms, 25ms, 5ms, 1ms}) {
            if (step * 20 <= interval)
                return step;
        }
    }
    return 0ms;
}

TimePoint moved(TimePoint nominal, milliseconds step)
{
    if (step == 0ms)
        return nominal;
    const auto beyond = nominal.time_since_epoch() % step;
    return beyond == beyond.zero() ? nominal : nominal + (step - beyond);
}

// What was missed is not made up for: a loop that was held up gets one event, not a hundred.
TimePoint following(TimePoint nominal, milliseconds interval, TimePoint now)
{
    const TimePoint next = nominal + interval;
    return next > now ? next : now + interval;
}

} // namespace

void TimerList::add(int id, milliseconds interval, Qt::TimerType type, QObject *object,
                    TimePoint now)
{
    remove(id);
    interval = std::clamp(interval, 0ms, longest);
    Timer timer = {object, interval, type, now + interval, {}};
    timer.due.id = id;
    schedule(m_timers.emplace(id, timer).first->second);
}

void TimerList::schedule(Timer &timer)
{
    timer.due.at = moved(timer.nominal, grid(timer.type, timer.interval));
    timer.due.order = ++m_lastOrder;
    m_due.insert(timer.due);
}

bool TimerList::remove(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return false;
    erase(timer);
    return true;
}

bool TimerList::removeAll(const QObject *object)
{
    const auto before = m_timers.size();
    for (auto timer = m_timers.begin(); timer != m_timers.end();)
        timer = timer->second.object == object ? erase(timer) : std::next(timer);
    return m_timers.size() < before;
}

TimerList::Timers::iterator TimerList::erase(Timers::iterator timer)
{
    m_due.erase(timer->second.due);
    return m_timers.erase(timer);
}

QList<TimerList::TimerInfo> TimerList::timersOf(const QObject *object) const
{
    QList<TimerInfo> infos;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            infos.append(TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return infos;
}

std::optional<milliseconds> TimerList::remaining(int id, TimePoint now) const
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return std::nullopt;
    return std::max(0ms, std::chrono::ceil<milliseconds>(timer->second.due.at - now));
}

std::optional<TimePoint> TimerList::nextDue() const
{
    const auto next = std::find_if(m_due.begin(), m_due.end(),
                                   [this](const Due &due) { return !m_timers.at(due.id).active; });
    return next == m_due.end() ? std::nullopt : std::optional(next->at);
}

int TimerList::activate(TimePoint now)
{
    // Taken down first: what becomes due by the handlers themselves has its turn next time.
    std::vector<Due> due;
    for (auto next = m_due.begin(); next != m_due.end() && next->at <= now; ++next)
        due.push_back(*next);
    int sent = 0;
    for (const Due &timer : due)
        sent += fire(timer, now);
    return sent;
}

int TimerList::fire(const Due &due, TimePoint now)
{
    // A handler before this one, or a nested loop in it, may have removed, replaced or sent it.
    if (m_due.erase(due) == 0)
        return 0;
    Timer &timer = m_timers.at(due.id);
    timer.nominal = following(timer.nominal, timer.interval, now);
    schedule(timer);
    if (std::exchange(timer.active, true))
        return 0;
    const int counted = timer.interval > 0ms ? 1 : 0;
    QTimerEvent event(due.id);
    QCoreApplication::sendEvent(timer.object, &event);
    // It may be gone; a new one of its number is not active, as nested loops are over.
    if (const auto after = m_timers.find(due.id); after != m_timers.end())
        after->second.active = false;
    return counted;
}

} // namespace pressboard::server::platform
