// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>

namespace pressboard::server::platform {

/// The timers of one event loop, in the order in which they are due. Knows no clock: each call is
/// told the time.
///
/// A precise timer is due to the nanosecond. The others may be late, so that many of them share a
/// wake-up: a coarse one by at most 5 % of its interval and never by more than a second, a very
/// coarse one up to the next full second. None is early, and lateness does not add up.
class TimerList
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    /// `object` gets a QTimerEvent each `interval` until the timer is removed; not owned.
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object,
             TimePoint now);
    /// False when there is no such timer.
    bool remove(int id);
    bool removeAll(const QObject *object);

    QList<TimerInfo> timersOf(const QObject *object) const;
    /// Rounded up; 0 when overdue; none when there is no such timer.
    std::optional<std::chrono::milliseconds> remaining(int id, TimePoint now) const;
    /// When the next timer is due. Timers whose event is being handled at this moment do not count:
    /// a nested loop must not wake up, again and again, for what it may not send.
    std::optional<TimePoint> nextDue() const;

    /// Sends what is due by `now`: each timer at most once, none into its own handler. The answer
    /// counts no timers of interval 0, which are due always, or nobody could ever be done.
    int activate(TimePoint now);

private:
    struct Due
    {
        TimePoint at;
        quint64 order; ///< first come, first served; also tells a timer from its successor
        int id;
        auto operator<=>(const Due &) const = default;
    };
    struct Timer
    {
        QObject *object;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        TimePoint nominal; ///< when it should be due, had it not been made to share a wake-up
        Due due;
        bool active = false;
    };
    using Timers = std::unordered_map<int, Timer>;

    void schedule(Timer &timer);
    int fire(const Due &due, TimePoint now);
    Timers::iterator erase(Timers::iterator timer);

    Timers m_timers;
    std::set<Due> m_due;
    quint64 m_lastOrder = 0;
};

} // namespace pressboard::server::platform
