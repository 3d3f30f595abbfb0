// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alarms/standing_alarm.h"

#include <QObject>

#include <optional>

namespace pressboard::client {

class Store;

/// The alarms of this station: which stand, and when they sound. A server that knows no alarms has
/// none, whatever its notices say.
class AlarmWatch final : public QObject
{
    Q_OBJECT
public:
    /// `store` must outlive it.
    explicit AlarmWatch(const Store &store);

    /// What somebody confirmed at this station: an alarm for each is over here.
    void setConfirmed(const QSet<StreamId> &confirmed);
    bool isConfirmed(StreamId notice) const { return m_confirmed.contains(notice); }
    /// Somebody here takes it, and the server did not say so yet.
    void setOnTheWay(StreamId notice, bool onTheWay);

    QList<StandingAlarm> standing() const;
    /// Null when it is no alarm, or none that has something to say now.
    std::optional<StandingAlarm> of(const Notice &notice) const;

    /// Call it about once a second; other changes it sees itself.
    void tick();

Q_SIGNALS:
    void rang();
    void changed(); ///< one came, was taken, or is over

private:
    QList<Notice> notices() const;

    const Store &m_store;
    QSet<StreamId> m_confirmed;
    QSet<StreamId> m_onTheWay;
    AlarmClock m_clock;
    QList<std::pair<StreamId, int>> m_seen; ///< what stood when last looked, and how
};

} // namespace pressboard::client
