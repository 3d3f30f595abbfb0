// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/alarm_duties.h"

namespace pressboard::server {
namespace {

/// After an outage everybody knows how an alarm of last week ended.
constexpr std::chrono::hours tellsFor{24};

constexpr QLatin1StringView messageKey{"message"};
constexpr QLatin1StringView alarmKey{"alarm"};
constexpr QLatin1StringView escalatesKey{"escalates"};
constexpr QLatin1StringView untakenKey{"untaken"};

Event noticeOf(const QJsonObject &data, const Audience &groups)
{
    Event event;
    event.type = event_type::notice;
    event.source = QStringLiteral("server");
    event.groups = groups;
    event.data = data;
    return event;
}

QByteArray refOf(const char *what, StreamId id)
{
    return QByteArray(what) + id.toBytes();
}

/// It rings until the first one would have ended.
Event furtherStep(const Notice &alarm, const Audience &groups, Moment now)
{
    QJsonObject data = alarm.data;
    for (const char *own : {"key", "replaces", "call"})
        data.remove(QLatin1StringView(own));
    Alarm rest = *alarm.alarm();
    rest.escalations.clear();
    rest.length = std::chrono::duration_cast<std::chrono::seconds>(*alarm.endsRinging() - now);
    data.insert(alarmKey, rest.toJson());
    data.insert(escalatesKey, alarm.alarmId().toString());
    data.insert(QLatin1StringView("timestamp"), toWire(now));
    return noticeOf(data, groups);
}

void addFurtherSteps(const Notice &alarm, Moment now, QList<AlarmDuty> &duties)
{
    const QList<Alarm::Escalation> steps = alarm.alarm()->escalations;
    for (qsizetype n = 0; n < steps.size() && alarm.isRinging(now); ++n) {
        if (now < alarm.ringsFrom() + steps[n].after)
            return;
        duties.append({refOf("esc:", alarm.alarmId()) + ':' + QByteArray::number(n + 1),
                       furtherStep(alarm, steps[n].groups, now)});
    }
}

/// Nobody took it, and its time is over.
void addUntaken(const Notice &alarm, Moment now, QList<AlarmDuty> &duties)
{
    const QString sender = userOfPublisher(alarm.publisher);
    const Moment end = *alarm.endsRinging();
    if (alarm.settled || sender.isEmpty() || now < end || now - end > tellsFor)
        return;
    QJsonObject data{{messageKey, QStringLiteral("无人处理：") + alarm.message()},
                     {QLatin1StringView("type"), levelName(NoticeLevel::Warning)},
                     {QLatin1StringView("timestamp"), toWire(now)},
                     {untakenKey, alarm.alarmId().toString()}};
    if (!alarm.title().isEmpty())
        data.insert(QLatin1StringView("title"), alarm.title());
    duties.append({refOf("untaken:", alarm.alarmId()),
                   noticeOf(data, Audience({QLatin1StringView("user_") + sender}))});
}

/// A step whose alarm was withdrawn is over, and one that came when it was taken is taken.
void addEnd(const Notice &step, const Book &book, Moment now, QList<AlarmDuty> &duties)
{
    const Notice *alarm = book.alarm(step.escalates());
    if (!step.isRinging(now) || (alarm && !alarm->settled))
        return;
    if (!alarm) {
        duties.append({refOf("esc-end:", step.id),
                       noticeOf({{messageKey, QString()},
                                 {QLatin1StringView("replaces"), step.id.toString()}},
                                step.audience)});
        return;
    }
    Event event;
    event.type = event_type::settle;
    event.source = QStringLiteral("server");
    event.groups = step.audience;
    event.data = {{QStringLiteral("notice"), alarm->alarmId().toString()},
                  {QStringLiteral("by"), alarm->settled->by},
                  {QStringLiteral("station"), alarm->settled->station}};
    duties.append({refOf("esc-settle:", step.id), event});
}

} // namespace

QList<AlarmDuty> alarmDuties(const Book &book, Moment now)
{
    QList<AlarmDuty> duties;
    for (const Notice &notice : book.notices) {
        const auto alarm = notice.alarm();
        if (!alarm || alarm->taking == Alarm::Taking::Each)
            continue;
        if (!notice.escalates().isNull()) {
            addEnd(notice, book, now, duties);
            continue;
        }
        addFurtherSteps(notice, now, duties);
        addUntaken(notice, now, duties);
    }
    return duties;
}

} // namespace pressboard::server
