// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/service_manager.h"

#ifdef PRESSBOARD_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

namespace pressboard::server::platform {

namespace {

void tell(const QByteArray &state)
{
#ifdef PRESSBOARD_SYSTEMD
    sd_notify(0, state.constData());
#else
    Q_UNUSED(state)
#endif
}

/// Zero: nobody watches. Half of what the manager allows, as its manual advises.
std::chrono::milliseconds watchdogInterval()
{
#ifdef PRESSBOARD_SYSTEMD
    quint64 microseconds = 0;
    static_assert(sizeof(microseconds) == sizeof(uint64_t));
    if (sd_watchdog_enabled(0, reinterpret_cast<uint64_t *>(&microseconds)) > 0)
        return std::chrono::milliseconds(microseconds / 2000);
#endif
    return std::chrono::milliseconds::zero();
}

} // namespace

ServiceManager::ServiceManager(QObject *parent)
    : QObject(parent)
{
    tell("STATUS=Reading the log");
    m_startLimit.setSingleShot(true);
    connect(&m_startLimit, &QTimer::timeout, this, [this] {
        setReady(QStringLiteral("Waits for Redis: pressboardctl status says more"));
    });
    m_startLimit.start(longestStart);
    connect(&m_alive, &QTimer::timeout, this, &ServiceManager::keepAlive);
    const auto interval = watchdogInterval();
    if (interval > std::chrono::milliseconds::zero())
        m_alive.start(interval);
}

void ServiceManager::setReady(const QString &status)
{
    m_startLimit.stop();
    const QByteArray ready = std::exchange(m_isReady, true) ? QByteArray() : "READY=1\n";
    tell(ready + "STATUS=" + status.toUtf8());
}

void ServiceManager::setStopping()
{
    m_startLimit.stop();
    tell("STOPPING=1\nSTATUS=Writes the last checkpoint");
}

/// From the loop itself: a loop that stands still is what the watchdog is for.
void ServiceManager::keepAlive()
{
    tell("WATCHDOG=1");
}

} // namespace pressboard::server::platform
