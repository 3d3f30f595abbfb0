// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/epoll_set.h"
#include "server/platform/timer_list.h"
#include "server/platform/wake_up.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace pressboard::server::platform {

/// Qt's event loop over epoll. Qt's own dispatchers hand all descriptors to poll() at each wake-up,
/// so what one client sends costs as much as there are clients; here it costs the same with ten
/// and with ten thousand. In everything else it does what they do, with one difference: a nested
/// loop cannot swallow the interrupt() or the wakeUp() of the loop around it.
///
/// A turn sends posted events, then waits, activates at most 256 ready descriptors and at last the
/// timers that are due, so none of the three keeps the others waiting. awake() comes right after
/// the wait, before anything is activated: whoever has to know how long that was hears it first.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);

    /// False when the system had no descriptors left: then it must not be used.
    bool isValid() const { return m_wakeUp.descriptor() >= 0 && m_sockets.isValid(); }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    /// One call of processEvents(); a nested one has the next number.
    struct Turn
    {
        QEventLoop::ProcessEventsFlags flags;
        quint64 number;
        quint64 interrupts; ///< so many there had been when it began
    };

    bool isInterrupted(const Turn &turn) const { return m_interrupts != turn.interrupts; }
    bool mayBlock(const Turn &turn);
    std::chrono::milliseconds patience(const Turn &turn, bool block) const;
    int waitForCalls(const Turn &turn);
    int waitForSockets(const Turn &turn);

    WakeUp m_wakeUp;
    EpollSet m_sockets;
    TimerList m_timers;
    quint64 m_turns = 0;
    std::atomic<quint64> m_interrupts = 0;
};

} // namespace pressboard::server::platform
