// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/base/time.h"

#include <QObject>

namespace pressboard::client {

/// Says when the computer woke from sleep: a tick that comes more than 30 s late. By the wall
/// clock, because the other one sleeps, too; somebody setting the clock looks the same and does no
/// harm.
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    WakeWatch(Scheduler &scheduler, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void woke();

private:
    void tick();

    const Clock &m_clock;
    Moment m_last;
    Alarm m_tick;
};

} // namespace pressboard::client
