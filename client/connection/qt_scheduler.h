// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace pressboard::client {

class QtScheduler final : public Scheduler
{
public:
    Ticket after(std::chrono::milliseconds delay, std::function<void()> call) override;
    void cancel(Ticket ticket) override;

private:
    Ticket m_last = 0;
    QHash<Ticket, QTimer *> m_timers; ///< children of m_parent
    QObject m_parent;
};

} // namespace pressboard::client
