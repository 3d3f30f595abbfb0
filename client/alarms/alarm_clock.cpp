// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alarms/alarm_clock.h"

#include <algorithm>

namespace pressboard::client {

namespace {

/// How often its time has come again; a clock that is a little behind the server's counts as none.
qint64 turnAt(const AlarmTerms &alarm, Moment now)
{
    return std::max<qint64>((now - alarm.sent) / alarm.repeat, 0);
}

} // namespace

QSet<QString> AlarmClock::update(const QHash<QString, AlarmTerms> &alarms, bool isLive, Moment now)
{
    forgetWhatIsOver(now);
    QSet<QString> ringing;
    if (!isLive)
        return ringing;
    for (auto alarm = alarms.cbegin(); alarm != alarms.cend(); ++alarm) {
        if (!alarm->isOpen(now))
            continue;
        const qint64 turn = turnAt(*alarm, now);
        const auto rung = m_rung.constFind(alarm.key());
        if (rung != m_rung.constEnd() && turn <= rung->turn)
            continue;
        m_rung.insert(alarm.key(), {turn, alarm->end});
        ringing.insert(alarm.key());
    }
    return ringing;
}

/// Not what is missing in the list: a book that is emptied and filled again rings nothing twice.
void AlarmClock::forgetWhatIsOver(Moment now)
{
    m_rung.removeIf([now](const auto &rung) { return rung->end <= now; });
}

} // namespace pressboard::client
