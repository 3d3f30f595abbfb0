// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace pressboard::server {

class EventLog;
class Writer;

/// Says what alarmDuties() finds, as long as this server is the one that writes.
class AlarmWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds interval{1};

    /// Whether this server writes, and has read the log to its end.
    using MayTell = std::function<bool()>;

    /// All must outlive the watch.
    AlarmWatch(const EventLog &log, Writer &writer, const Clock &clock, MayTell mayTell,
               QObject *parent = nullptr);

    void look();

private:
    const EventLog &m_log;
    Writer &m_writer;
    const Clock &m_clock;
    MayTell m_mayTell;
    QSet<QByteArray> m_said; ///< refs; whoever writes next finds them in Redis
    QTimer m_timer;
};

} // namespace pressboard::server
