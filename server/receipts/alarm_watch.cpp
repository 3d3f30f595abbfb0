// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/alarm_watch.h"

#include "server/log/event_log.h"
#include "server/logging/logging.h"
#include "server/receipts/alarm_duties.h"
#include "server/writer/writer.h"

#include <utility>

namespace pressboard::server {

static constexpr qsizetype refsRemembered = 10'000;

AlarmWatch::AlarmWatch(const EventLog &log, Writer &writer, const Clock &clock, MayTell mayTell,
                       QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_writer(writer)
    , m_clock(clock)
    , m_mayTell(std::move(mayTell))
{
    connect(&m_timer, &QTimer::timeout, this, &AlarmWatch::look);
    m_timer.start(interval);
}

void AlarmWatch::look()
{
    if (!m_mayTell() || m_log.book().notices.isEmpty())
        return;
    if (m_said.size() > refsRemembered)
        m_said.clear();
    for (const AlarmDuty &duty : alarmDuties(m_log.book(), m_clock.now())) {
        if (m_said.contains(duty.ref))
            continue;
        m_said.insert(duty.ref);
        m_writer.appendOnce(duty.event, duty.ref, [this, duty](const Result<StreamId> &stored) {
            if (stored)
                return;
            m_said.remove(duty.ref); // it is tried again
            qCWarning(lcLog).noquote() << duty.ref << "was not written:" << stored.error().message;
        });
    }
}

} // namespace pressboard::server
