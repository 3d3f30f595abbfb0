// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/alarm_taking.h"

#include "server/log/event_log.h"
#include "server/push/session.h"
#include "server/writer/entry_fields.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <QPointer>

namespace pressboard::server {

AlarmTaking::AlarmTaking(const EventLog &log, ReceiptStore &store, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_store(store)
{
}

/// Whoever may have been told of it, or will be: the alarm's own audience, and those of its steps.
static Audience audienceOf(const Notice &alarm)
{
    Audience all = alarm.audience;
    const QList<Alarm::Escalation> steps = alarm.alarm()->escalations;
    for (const Alarm::Escalation &step : steps)
        all = all.united(step.groups);
    // Too many to name: who got a step of it is told when that ends with it.
    return all.groups().size() > limits::groups ? alarm.audience : all;
}

static Event settlement(const Notice &alarm, const Session &session)
{
    Event event;
    event.type = event_type::settle;
    event.source = QStringLiteral("server");
    event.groups = audienceOf(alarm);
    event.data = {{QStringLiteral("notice"), alarm.alarmId().toString()},
                  {QStringLiteral("user"), session.identity().user},
                  {QStringLiteral("by"), session.identity().display},
                  {QStringLiteral("station"), session.station().name}};
    return event;
}

void AlarmTaking::handle(Session &session, const protocol::Settle &message)
{
    if (session.identity().isAnybody())
        return session.refuse(message.ref, QStringLiteral("forbidden"),
                              QStringLiteral("This access code is for reading only."));
    const Book &book = m_log.book();
    const Notice *notice = book.notice(message.id);
    if (!notice)
        notice = book.alarm(message.id); // it has another text by now
    const bool isSeen = notice && notice->audience.admits(session.viewer().groups);
    const Notice *alarm =
        isSeen && !notice->escalates().isNull() ? book.alarm(notice->escalates()) : notice;
    const auto rings = isSeen && alarm ? alarm->alarm() : std::nullopt;
    if (!rings || rings->taking == Alarm::Taking::Each)
        return session.refuse(
            message.ref, QStringLiteral("invalid"),
            QStringLiteral("There is no such alarm (any more) that one takes for all."));
    const QPointer<Session> waiting(&session);
    m_store.settle(alarm->alarmId(), entryFields(settlement(*alarm, session)), this,
                   [this, waiting, ref = message.ref,
                    isOpen = !alarm->settled](const Result<StreamId> &stored) {
                       if (stored && isOpen)
                           Q_EMIT acknowledged(*stored);
                       if (!waiting)
                           return;
                       if (stored)
                           waiting->answer(protocol::encode(protocol::Ack{ref, 0, *stored}));
                       else
                           waiting->refuse(ref, QStringLiteral("unavailable"),
                                           stored.error().message);
                   });
}

} // namespace pressboard::server
