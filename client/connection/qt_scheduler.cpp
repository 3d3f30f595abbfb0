// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/qt_scheduler.h"

#include <QTimer>

#include <utility>

namespace pressboard::client {

Scheduler::Ticket QtScheduler::after(std::chrono::milliseconds delay, std::function<void()> call)
{
    const Ticket ticket = ++m_last;
    auto *timer = new QTimer(&m_parent);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, &m_parent, [this, ticket, call = std::move(call)] {
        // The call may cancel or even outlive us: the ticket goes first, the timer deletes itself.
        m_timers.take(ticket)->deleteLater();
        call();
    });
    m_timers.insert(ticket, timer);
    timer->start(delay);
    return ticket;
}

void QtScheduler::cancel(Ticket ticket)
{
    if (QTimer *timer = m_timers.take(ticket)) {
        timer->stop();
        timer->deleteLater();
    }
}

} // namespace pressboard::client
