// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_dispatcher.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace pressboard::server::platform {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_sockets(m_wakeUp.descriptor())
{
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const Turn turn = {flags, ++m_turns, m_interrupts};
    QCoreApplication::sendPostedEvents();
    if (isInterrupted(turn))
        return false;
    if (flags & QEventLoop::WaitForMoreEvents)
        Q_EMIT aboutToBlock();
    if (isInterrupted(turn))
        return false;
    int handled =
        flags & QEventLoop::ExcludeSocketNotifiers ? waitForCalls(turn) : waitForSockets(turn);
    if (!(flags & QEventLoop::X11ExcludeTimers))
        handled += m_timers.activate(steady_clock::now());
    return handled > 0;
}

bool EpollDispatcher::mayBlock(const Turn &turn)
{
    // A nested turn may have taken a call that was meant for this one.
    return m_wakeUp.arm() && (turn.flags & QEventLoop::WaitForMoreEvents) && turn.number == m_turns
        && !isInterrupted(turn);
}

milliseconds EpollDispatcher::patience(const Turn &turn, bool block) const
{
    constexpr milliseconds longest(std::numeric_limits<int>::max());
    if (!block)
        return 0ms;
    const auto next = turn.flags & QEventLoop::X11ExcludeTimers ? std::nullopt : m_timers.nextDue();
    if (!next)
        return -1ms;
    return std::clamp(std::chrono::ceil<milliseconds>(*next - steady_clock::now()), 0ms, longest);
}

int EpollDispatcher::waitForCalls(const Turn &turn)
{
    const bool readable = m_wakeUp.wait(patience(turn, mayBlock(turn)));
    Q_EMIT awake();
    return m_wakeUp.disarm(readable) ? 1 : 0;
}

int EpollDispatcher::waitForSockets(const Turn &turn)
{
    EpollSet::Batch batch;
    const bool block = mayBlock(turn);
    do
        m_sockets.wait(batch, patience(turn, block));
    while (batch.size < 0);
    Q_EMIT awake();
    const int called = m_wakeUp.disarm(batch.wakeUp) ? 1 : 0;
    return called + m_sockets.deliver(batch);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    m_sockets.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    m_sockets.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    m_timers.add(timerId, milliseconds(interval), timerType, object, steady_clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    constexpr milliseconds longest(std::numeric_limits<int>::max());
    const auto left = m_timers.remaining(timerId, steady_clock::now());
    return left ? int(std::min(*left, longest).count()) : -1;
}

void EpollDispatcher::wakeUp()
{
    m_wakeUp.call();
}

void EpollDispatcher::interrupt()
{
    ++m_interrupts;
    m_wakeUp.call();
}

} // namespace pressboard::server::platform
