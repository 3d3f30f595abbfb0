// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alarms/alarm_watch.h"

#include "client/store/store.h"

#include <utility>

namespace pressboard::client {

AlarmWatch::AlarmWatch(const Store &store)
    : m_store(store)
{
    connect(&store, &Store::eventArrived, this, [this](const Event &, const Change &change) {
        if (change.notice || change.withdrawn || !change.settled.isEmpty())
            tick();
    });
    connect(&store, &Store::bookReplaced, this, &AlarmWatch::tick);
    connect(&store, &Store::connectionChanged, this, &AlarmWatch::tick);
    connect(&store, &Store::sourceChanged, this, &AlarmWatch::tick);
}

/// Without what somebody here is taking just now.
QList<Notice> AlarmWatch::notices() const
{
    if (!m_store.speaks(protocol::alarmsFeature))
        return {};
    QList<Notice> notices = m_store.book().notices;
    if (!m_onTheWay.isEmpty())
        notices.removeIf([this](const Notice &notice) {
            return !notice.settled && m_onTheWay.contains(notice.id);
        });
    return notices;
}

void AlarmWatch::setConfirmed(const QSet<StreamId> &confirmed)
{
    m_confirmed = confirmed;
    tick();
}

void AlarmWatch::setOnTheWay(StreamId notice, bool onTheWay)
{
    if (onTheWay)
        m_onTheWay.insert(notice);
    else
        m_onTheWay.remove(notice);
    tick();
}

QList<StandingAlarm> AlarmWatch::standing() const
{
    return standingAlarms(notices(), m_confirmed, !m_store.isStale(), m_store.now());
}

std::optional<StandingAlarm> AlarmWatch::of(const Notice &notice) const
{
    const bool isBeingTaken = !notice.settled && m_onTheWay.contains(notice.id);
    if (!m_store.speaks(protocol::alarmsFeature) || isBeingTaken)
        return std::nullopt;
    const QList<StandingAlarm> alarms =
        standingAlarms({notice}, m_confirmed, !m_store.isStale(), m_store.now());
    return alarms.isEmpty() ? std::nullopt : std::optional(alarms.first());
}

void AlarmWatch::tick()
{
    QList<std::pair<StreamId, int>> seen;
    const QList<StandingAlarm> alarms = standing();
    for (const StandingAlarm &alarm : alarms)
        seen.append({alarm.notice.id, 2 * alarm.isOpen + alarm.isKnown});
    if (std::exchange(m_seen, seen) != seen)
        Q_EMIT changed();
    // What came by a sync sounds when the board is live, and not amid it.
    const bool sounds = !m_store.isStale() && !m_store.isReplaying();
    if (!m_clock.update(alarmTerms(notices(), m_confirmed), sounds, m_store.now()).isEmpty())
        Q_EMIT rang();
}

} // namespace pressboard::client
