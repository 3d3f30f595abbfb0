// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <sys/epoll.h>

#include <array>
#include <chrono>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace pressboard::server::platform {

/// The enabled socket notifiers of one event loop in one epoll instance, so that a turn of the loop
/// costs what is ready and not what is open. Behaves as poll() does: level-triggered, errors and
/// hang-ups wake every notifier of a descriptor, files that epoll refuses are always ready.
///
/// The kernel is told about changes right before it is asked for events, so a write notifier that
/// goes on and off within a turn costs nothing. Descriptor numbers come to mean other files while
/// events are on their way: no notifier is given an event from before it was enabled, and each use
/// of a number has a generation, which its events carry.
class EpollSet
{
public:
    /// What one question to the kernel found. A bound on how long posted events and timers wait;
    /// the kernel serves in turn what did not fit.
    struct Batch
    {
        std::array<epoll_event, 256> events;
        int size = 0; ///< negative: a signal came, ask again
        bool wakeUp = false; ///< the descriptor given to the constructor is readable
        quint64 number = 0;
        std::span<const epoll_event> ready() const;
    };

    /// `wakeUpDescriptor` ends waits and has no notifier; not owned.
    explicit EpollSet(int wakeUpDescriptor);
    ~EpollSet();
    Q_DISABLE_COPY_MOVE(EpollSet)

    /// False when the system had no descriptor left: then it must not be used.
    bool isValid() const { return m_epoll >= 0; }

    /// Notifiers are not owned; they must be removed before they die (QSocketNotifier does).
    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

    /// Blocks for `timeout` at most (negative: without end), not at all for an always ready file.
    void wait(Batch &batch, std::chrono::milliseconds timeout);
    /// Activates the notifiers of a batch that are enabled still, and says how many. Stops when one
    /// of them ran a nested loop that asked the kernel again: what is left may be true no longer.
    int deliver(const Batch &batch);

private:
    struct Watch
    {
        std::array<QSocketNotifier *, 3> notifiers = {}; ///< by QSocketNotifier::Type; may be null
        std::array<quint64, 3> since = {}; ///< the last batch before each was enabled
        quint32 generation = 0;
        quint32 told = 0; ///< the event mask the kernel has for it
        bool changed = false; ///< is in m_changed
        bool sure = true; ///< the kernel has `told` for this very file
        quint32 mask() const;
    };
    using Watches = std::unordered_map<int, Watch>;

    static quint64 keyOf(int descriptor, const Watch &watch);
    Watch *find(quint64 key);
    void setChanged(int descriptor, Watch &watch);
    void tellChanges();
    void tell(int descriptor, Watch &watch);
    int control(int operation, int descriptor, const Watch &watch);
    void giveUp(int descriptor, int error);
    bool isUnknown(const epoll_event &event);
    void startOver();
    int deliver(quint64 key, quint32 events, quint64 batchNumber);

    const int m_wakeUp;
    int m_epoll = -1;
    Watches m_watches;
    std::vector<int> m_changed;
    std::set<int> m_alwaysReady; ///< files that epoll refuses
    quint32 m_lastGeneration = 0;
    quint64 m_lastBatch = 0;
};

} // namespace pressboard::server::platform
