// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_set.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace pressboard::server::platform {

namespace {

// No watch has generation 0.
constexpr quint64 wakeUpKey = 0;
constexpr quint32 trouble = EPOLLERR | EPOLLHUP; // wakes everybody
constexpr quint32 alwaysReady = EPOLLIN | EPOLLOUT; // what poll() says of a plain file
constexpr std::array<quint32, 3> readyFor = {EPOLLIN, EPOLLOUT, EPOLLPRI};
static_assert(QSocketNotifier::Read == 0 && QSocketNotifier::Write == 1
              && QSocketNotifier::Exception == 2);

int openEpoll(int wakeUpDescriptor)
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event = {EPOLLIN, {.u64 = wakeUpKey}};
    if (epoll >= 0)
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, wakeUpDescriptor, &event);
    return epoll;
}

} // namespace

EpollSet::EpollSet(int wakeUpDescriptor)
    : m_wakeUp(wakeUpDescriptor)
    , m_epoll(openEpoll(wakeUpDescriptor))
{
}

EpollSet::~EpollSet()
{
    if (m_epoll >= 0)
        ::close(m_epoll);
}

std::span<const epoll_event> EpollSet::Batch::ready() const
{
    return std::span(events).first(size_t(std::max(size, 0)));
}

quint32 EpollSet::Watch::mask() const
{
    quint32 events = 0;
    for (size_t type = 0; type < notifiers.size(); ++type)
        events |= notifiers[type] ? readyFor[type] : 0;
    return events;
}

quint64 EpollSet::keyOf(int descriptor, const Watch &watch)
{
    return quint64(watch.generation) << 32 | quint32(descriptor);
}

EpollSet::Watch *EpollSet::find(quint64 key)
{
    const auto watch = m_watches.find(int(quint32(key)));
    const bool known = watch != m_watches.end() && keyOf(watch->first, watch->second) == key;
    return known ? &watch->second : nullptr;
}

void EpollSet::add(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto [place, isNew] = m_watches.try_emplace(descriptor);
    Watch &watch = place->second;
    QSocketNotifier *&slot = watch.notifiers[notifier->type()];
    const bool replaced = slot && slot != notifier;
    if (replaced)
        qWarning("Descriptor %d has two notifiers of one type: the older is heard no more, "
                 "was it closed without them?",
                 descriptor);
    if (isNew || replaced)
        watch.generation = ++m_lastGeneration;
    // Writing is switched on and off all the time. Anything else may mean that the number has come
    // to another file, of which the kernel does not know yet.
    if (replaced || notifier->type() != QSocketNotifier::Write)
        watch.sure = watch.told == 0;
    slot = notifier;
    watch.since[notifier->type()] = m_lastBatch;
    setChanged(descriptor, watch);
}

void EpollSet::remove(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto place = m_watches.find(descriptor);
    if (place == m_watches.end() || place->second.notifiers[notifier->type()] != notifier)
        return;
    Watch &watch = place->second;
    watch.notifiers[notifier->type()] = nullptr;
    if (watch.mask() != 0)
        return setChanged(descriptor, watch);
    // At once: the owner is about to close it, and then the number is of no use to find it.
    if (watch.told != 0)
        control(EPOLL_CTL_DEL, descriptor, watch);
    m_alwaysReady.erase(descriptor);
    m_watches.erase(place);
}

void EpollSet::setChanged(int descriptor, Watch &watch)
{
    if (!std::exchange(watch.changed, true))
        m_changed.push_back(descriptor);
}

void EpollSet::tellChanges()
{
    // Giving up on one removes notifiers, hence the copy and the search.
    for (const int descriptor : std::exchange(m_changed, {})) {
        const auto place = m_watches.find(descriptor);
        if (place != m_watches.end() && std::exchange(place->second.changed, false))
            tell(descriptor, place->second);
    }
}

void EpollSet::tell(int descriptor, Watch &watch)
{
    const quint32 mask = watch.mask();
    if (watch.sure && watch.told == mask)
        return;
    int error = control(watch.told == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, watch);
    if (error == ENOENT) // closed behind our back, and the number is another file's now
        error = control(EPOLL_CTL_ADD, descriptor, watch);
    else if (error == EEXIST) // or it was, and has come back to the first
        error = control(EPOLL_CTL_MOD, descriptor, watch);
    watch.told = error == 0 ? mask : 0;
    watch.sure = true;
    m_alwaysReady.erase(descriptor);
    if (error == EPERM && (mask & alwaysReady))
        m_alwaysReady.insert(descriptor);
    else if (error != 0 && error != EPERM)
        giveUp(descriptor, error);
}

int EpollSet::control(int operation, int descriptor, const Watch &watch)
{
    epoll_event event = {watch.mask(), {.u64 = keyOf(descriptor, watch)}};
    return ::epoll_ctl(m_epoll, operation, descriptor, &event) == 0 ? 0 : errno;
}

void EpollSet::giveUp(int descriptor, int error)
{
    qWarning("Cannot watch descriptor %d, its notifiers are off now: %s", descriptor,
             qUtf8Printable(qt_error_string(error)));
    const auto notifiers = m_watches.at(descriptor).notifiers;
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier)
            notifier->setEnabled(false);
    }
}

void EpollSet::wait(Batch &batch, std::chrono::milliseconds timeout)
{
    tellChanges();
    const int patience = m_alwaysReady.empty() ? int(timeout.count()) : 0;
    batch.number = ++m_lastBatch;
    batch.wakeUp = false;
    batch.size = ::epoll_wait(m_epoll, batch.events.data(), int(batch.events.size()), patience);
    for (const epoll_event &event : batch.ready())
        batch.wakeUp |= event.data.u64 == wakeUpKey;
    if (std::ranges::any_of(batch.ready(), [this](const auto &event) { return isUnknown(event); }))
        startOver();
}

// A file that was closed while a copy of its descriptor is open elsewhere (a child has it) stays in
// the epoll instance, and nobody can take it out: its number is gone or another file's. It would
// be reported for ever.
bool EpollSet::isUnknown(const epoll_event &event)
{
    return event.data.u64 != wakeUpKey && !find(event.data.u64);
}

void EpollSet::startOver()
{
    const int fresh = openEpoll(m_wakeUp);
    if (fresh < 0)
        return; // no descriptor left at this moment: the next turn tries again
    ::close(std::exchange(m_epoll, fresh));
    m_alwaysReady.clear();
    for (auto &[descriptor, watch] : m_watches) {
        watch.told = 0;
        setChanged(descriptor, watch);
    }
}

int EpollSet::deliver(const Batch &batch)
{
    int activated = 0;
    for (const epoll_event &event : batch.ready())
        activated += deliver(event.data.u64, event.events, batch.number);
    for (const int descriptor : std::set(m_alwaysReady)) {
        const auto place = m_watches.find(descriptor);
        if (place != m_watches.end())
            activated += deliver(keyOf(descriptor, place->second), alwaysReady, batch.number);
    }
    return activated;
}

int EpollSet::deliver(quint64 key, quint32 events, quint64 batchNumber)
{
    int activated = 0;
    for (size_t type = 0; type < readyFor.size(); ++type) {
        if (!(events & (readyFor[type] | trouble)))
            continue;
        // Looked up each time: the handler before may have disabled or closed anything.
        const Watch *watch = batchNumber == m_lastBatch ? find(key) : nullptr;
        if (!watch || !watch->notifiers[type] || watch->since[type] == batchNumber)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(watch->notifiers[type], &event);
        ++activated;
    }
    return activated;
}

} // namespace pressboard::server::platform
