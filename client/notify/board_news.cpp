// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/board_news.h"

#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"

#include <QCoreApplication>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

QDateTime local(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

QString timeOf(OptionalMoment moment, const Circumstances &here)
{
    return moment ? format::timeSince(local(*moment, here.zone), here.today()) : QString();
}

QStringList counts(const AwaySummary &summary)
{
    QStringList texts;
    if (summary.created > 0)
        texts.append(Words::tr("%n new", nullptr, summary.created));
    if (summary.completed > 0)
        texts.append(Words::tr("%n completed", nullptr, summary.completed));
    if (summary.overdue > 0)
        texts.append(Words::tr("%n newly overdue", nullptr, summary.overdue));
    return texts;
}

QString awayText(milliseconds away)
{
    const auto minute = duration_cast<minutes>(away);
    if (minute < 1min)
        return Words::tr("%n s", nullptr, int(duration_cast<seconds>(away).count()));
    return minute < 1h ? Words::tr("%n min", nullptr, int(minute.count()))
                       : format::elapsed(duration_cast<seconds>(away));
}

News overdue(const Order &order, const Circumstances &here)
{
    const Step *held = heldAt(order, here.joinSteps);
    const QString at = held
        ? Words::tr("held at %1 (%2)")
              .arg(held->name, format::statusName(held->status, held->statusDisplay).toLower())
        : QString();
    const bool onFloor = here.profile.isOnFloor();
    const bool mine = hasWorkFor(here.profile, order);
    Toast toast;
    toast.kind = ToastKind::Overdue;
    toast.emphasis = ToastEmphasis::Alarm;
    toast.title = Words::tr("Overdue %1").arg(format::orderNumber(order));
    toast.text =
        format::dotted({Words::tr("was due %1").arg(format::date(order.deliveryDate)), at});
    toast.text[0] = toast.text[0].toUpper();
    toast.sound = true;
    toast.orderId = order.orderId;
    QStringList steps;
    for (const Step &step : order.steps)
        steps.append(step.name);
    return {toast, !onFloor || mine, steps};
}

} // namespace

Toast connectionLost(OptionalMoment asOf, const Circumstances &here)
{
    Toast toast;
    toast.kind = ToastKind::ConnectionLost;
    toast.emphasis = ToastEmphasis::Alarm;
    toast.title = Words::tr("Connection lost");
    toast.text = asOf ? Words::tr("Board shows %1, reconnecting").arg(timeOf(asOf, here))
                      : Words::tr("Reconnecting");
    return toast;
}

Toast plannedStop(OptionalMoment asOf, const Circumstances &here)
{
    Toast toast;
    toast.kind = ToastKind::PlannedStop;
    toast.title = Words::tr("Server stopped");
    toast.text = Words::tr("Board shows %1, reconnects when it is back").arg(timeOf(asOf, here));
    return toast;
}

Toast connectionBack(milliseconds away, const std::optional<AwaySummary> &summary)
{
    Toast toast;
    toast.kind = ToastKind::ConnectionBack;
    toast.title = Words::tr("Back online");
    if (!summary)
        toast.text = Words::tr("Away for long, everything was synced anew");
    else if (summary->isEmpty())
        toast.text = Words::tr("Away %1, nothing new").arg(awayText(away));
    else
        toast.text = Words::tr("Away %1: %2").arg(awayText(away), format::dotted(counts(*summary)));
    return toast;
}

Toast morningStart(Moment since, const AwaySummary &summary, int unreadNotices,
                   const Circumstances &here)
{
    QStringList texts = counts(summary);
    if (unreadNotices > 0)
        texts.append(Words::tr("%n unread notice(s)", nullptr, unreadNotices));
    Toast toast;
    toast.kind = ToastKind::MorningStart;
    toast.title = Words::tr("Since %1").arg(timeOf(since, here));
    toast.text = format::dotted(texts);
    return toast;
}

std::optional<Toast> dueToday(const Circumstances &here)
{
    int due = 0;
    int notBound = 0;
    for (const Order &order : here.book.orders()) {
        if (order.stub || dueTier(order, here.today()) != DueTier::Today)
            continue;
        ++due;
        notBound += hasNotReachedBinding(order, here.joinSteps);
    }
    if (due == 0)
        return std::nullopt;
    Toast toast;
    toast.kind = ToastKind::DueToday;
    toast.emphasis = ToastEmphasis::Attention;
    toast.title = Words::tr("%n order(s) due today", nullptr, due);
    if (due == 1 && notBound == 1)
        toast.text = Words::tr("Not at binding yet");
    else if (notBound > 0)
        toast.text = Words::tr("%n of them not at binding yet", nullptr, notBound);
    return toast;
}

QList<News> newlyOverdue(QDate from, const Circumstances &here)
{
    QList<const Order *> late;
    for (const Order &order : here.book.orders()) {
        if (!order.stub && order.deliveryDate >= from
            && dueTier(order, here.today()) == DueTier::Overdue)
            late.append(&order);
    }
    std::sort(late.begin(), late.end(),
              [](const Order *a, const Order *b) { return a->orderNo < b->orderNo; });
    QList<News> all;
    for (const Order *order : late)
        all.append(overdue(*order, here));
    return all;
}

Toast crmSilent(minutes silence)
{
    Toast toast;
    toast.kind = ToastKind::CrmSilent;
    toast.emphasis = ToastEmphasis::Attention;
    toast.title = silence >= format::longSilence
        ? Words::tr("No CRM data for %1").arg(format::elapsed(silence))
        : Words::tr("No CRM data for %n min", nullptr, int(silence.count()));
    toast.text = Words::tr("Check the CRM and Redis");
    return toast;
}

} // namespace pressboard::client
