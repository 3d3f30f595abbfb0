// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alarms/alarm_words.h"

#include "client/models/format.h"

namespace pressboard::client {

using namespace std::chrono_literals;

QString AlarmWords::state(const StandingAlarm &alarm, Moment now)
{
    if (alarm.notice.settled)
        return format::dotted({takenBy(*alarm.notice.settled), minutes(alarm.takenFor(now))});
    if (!alarm.isKnown)
        return tr("Nobody here knows whether it was taken");
    return alarm.isForEach() ? tr("Not confirmed here") : tr("Nobody took it yet");
}

QString AlarmWords::takenBy(const Settlement &settlement)
{
    const QString who = settlement.by.isEmpty() ? settlement.station : settlement.by;
    return tr("Taken by %1").arg(who);
}

QString AlarmWords::origin(const StandingAlarm &alarm, Moment now)
{
    return format::dotted({alarm.notice.sender(), minutes(alarm.age(now))});
}

QString AlarmWords::act(const StandingAlarm &alarm)
{
    return alarm.isForEach() ? tr("Got it") : tr("I'll take it");
}

QString AlarmWords::minutes(std::chrono::milliseconds time)
{
    const auto whole = std::chrono::floor<std::chrono::minutes>(time);
    if (whole >= 1h)
        return format::elapsed(std::chrono::duration_cast<std::chrono::seconds>(time));
    return tr("%n min", nullptr, int(whole.count()));
}

} // namespace pressboard::client
