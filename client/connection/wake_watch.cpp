// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/wake_watch.h"

using namespace std::chrono_literals;

namespace pressboard::client {
namespace {

constexpr std::chrono::milliseconds tickEvery = 5s;
constexpr std::chrono::milliseconds asleep = 30s;

} // namespace

WakeWatch::WakeWatch(Scheduler &scheduler, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_last(clock.now())
    , m_tick(scheduler, [this] { tick(); })
{
    m_tick.start(tickEvery);
}

void WakeWatch::tick()
{
    const Moment now = m_clock.now();
    const bool late = now - m_last > tickEvery + asleep;
    m_last = now;
    m_tick.start(tickEvery);
    if (late)
        Q_EMIT woke();
}

} // namespace pressboard::client
