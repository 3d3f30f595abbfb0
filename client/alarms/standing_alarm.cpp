// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alarms/standing_alarm.h"

#include <algorithm>

namespace pressboard::client {

namespace {

bool isForEach(const Notice &notice)
{
    const auto alarm = notice.alarm();
    return alarm && alarm->taking == pressboard::Alarm::Taking::Each;
}

bool isOpenHere(const Notice &notice, const QSet<StreamId> &confirmedHere, Moment now)
{
    return notice.isRinging(now) && !(isForEach(notice) && confirmedHere.contains(notice.id));
}

bool isJustTaken(const Notice &notice, Moment now)
{
    return notice.alarm() && notice.settled && !notice.isExpired(now)
        && now - notice.settled->at < StandingAlarm::takenShown;
}

bool isBefore(const StandingAlarm &a, const StandingAlarm &b)
{
    if (a.isOpen != b.isOpen)
        return a.isOpen;
    return a.isOpen ? a.notice.ringsFrom() < b.notice.ringsFrom()
                    : a.notice.settled->at > b.notice.settled->at;
}

QString clockName(const Notice &notice)
{
    if (notice.key().isEmpty())
        return notice.id.toString();
    return notice.key() + u'@' + QString::number(notice.ringsFrom().time_since_epoch().count());
}

} // namespace

bool StandingAlarm::isForEach() const
{
    return client::isForEach(notice);
}

std::chrono::milliseconds StandingAlarm::age(Moment now) const
{
    return std::max<std::chrono::milliseconds>(now - notice.ringsFrom(), {});
}

std::chrono::milliseconds StandingAlarm::takenFor(Moment now) const
{
    return notice.settled ? std::max<std::chrono::milliseconds>(now - notice.settled->at, {})
                          : std::chrono::milliseconds(0);
}

QList<StandingAlarm> standingAlarms(const QList<Notice> &notices,
                                    const QSet<StreamId> &confirmedHere, bool isLive, Moment now)
{
    QList<StandingAlarm> alarms;
    for (const Notice &notice : notices) {
        const bool isOpen = isOpenHere(notice, confirmedHere, now);
        if (!notice.isTest() && (isOpen || isJustTaken(notice, now)))
            alarms.append({notice, isOpen, isLive || !isOpen});
    }
    std::stable_sort(alarms.begin(), alarms.end(), isBefore);
    return alarms;
}

QHash<QString, AlarmTerms> alarmTerms(const QList<Notice> &notices,
                                      const QSet<StreamId> &confirmedHere)
{
    QHash<QString, AlarmTerms> terms;
    for (const Notice &notice : notices) {
        const auto alarm = notice.alarm();
        if (!alarm || notice.isTest())
            continue;
        const bool isConfirmed = isForEach(notice) && confirmedHere.contains(notice.id);
        terms.insert(clockName(notice),
                     {notice.ringsFrom(), alarm->repeat, *notice.endsRinging(),
                      notice.settled.has_value() || isConfirmed});
    }
    return terms;
}

} // namespace pressboard::client
