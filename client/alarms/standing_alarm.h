// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alarms/alarm_clock.h"
#include "shared/state/notice.h"

#include <QList>
#include <QSet>

namespace pressboard::client {

/// An alarm that has something to say on a screen now.
struct StandingAlarm
{
    /// For so long it is still said who took one.
    static constexpr std::chrono::minutes takenShown{15};

    Notice notice;
    bool isOpen = true; ///< nobody took it; with an alarm for each: not here
    bool isKnown = true; ///< false: the board is not live, 未知是否已处理

    /// Each takes it for himself: 知道了. Else 我来处理.
    bool isForEach() const;
    std::chrono::milliseconds age(Moment now) const; ///< since it began to ring
    std::chrono::milliseconds takenFor(Moment now) const; ///< 0 while nobody took it
};

/// Those of the book's notices: the open ones before the taken ones; of the open ones the oldest
/// first, of the taken ones the newest. `confirmedHere`: at this station.
QList<StandingAlarm> standingAlarms(const QList<Notice> &notices,
                                    const QSet<StreamId> &confirmedHere, bool isLive, Moment now);
/// The same for AlarmClock, by a name that stays when a publisher replaces the notice by its key:
/// then the alarm is the same.
QHash<QString, AlarmTerms> alarmTerms(const QList<Notice> &notices,
                                      const QSet<StreamId> &confirmedHere);

} // namespace pressboard::client
