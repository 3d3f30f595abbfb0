// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notice_news.h"

#include "client/alarms/alarm_words.h"
#include "client/models/format.h"

#include <QCoreApplication>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

QString levelText(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Success:
        return Words::tr("Done", "level of a notice");
    case NoticeLevel::Warning:
        return Words::tr("Attention", "level of a notice");
    case NoticeLevel::Error:
        return Words::tr("Important", "level of a notice");
    case NoticeLevel::Info:
        break;
    }
    return Words::tr("Notice", "level of a notice");
}

ToastKind kindOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Success:
        return ToastKind::NoticeSuccess;
    case NoticeLevel::Warning:
        return ToastKind::NoticeWarning;
    case NoticeLevel::Error:
        return ToastKind::NoticeError;
    case NoticeLevel::Info:
        break;
    }
    return ToastKind::NoticeInfo;
}

/// A notice that was replaced by another needs no word of its own.
News withdrawn(const Event &event, const Notice &notice)
{
    const QString by = event.data.value(QLatin1StringView("sender")).toString();
    Toast toast;
    toast.kind = ToastKind::NoticeWithdrawn;
    toast.title = by.isEmpty() ? Words::tr("A notice was withdrawn")
                               : Words::tr("%1 withdrew a notice").arg(by);
    toast.text = noticeText(notice);
    return {toast, true};
}

} // namespace

QString noticeTitle(const Notice &notice)
{
    return format::dotted({levelText(notice.level()), notice.sender()});
}

/// 缺纸·覆膜机-2·覆膜·PO20261109002: who comes knows where, and what to bring.
static QString callText(const Notice &call)
{
    const auto member = [&call](const char *name) {
        return call.data.value(QLatin1StringView(name)).toString();
    };
    return format::dotted({call.message(), member("station"), member("step"), member("order_no")});
}

QString noticeText(const Notice &notice)
{
    if (!notice.call().isEmpty())
        return callText(notice);
    if (notice.title().isEmpty())
        return notice.message();
    //: 1: a notice's own title, 2: its text
    return Words::tr("%1: %2").arg(notice.title(), notice.message());
}

bool asksToConfirm(const Notice &notice)
{
    return notice.data.value(QLatin1StringView("confirm")).toBool();
}

Toast testToast(const QString &text)
{
    Toast toast;
    toast.kind = ToastKind::NoticeTest;
    toast.title = Words::tr("Test, nothing to do");
    toast.text = text;
    return toast;
}

Toast noticeToast(const Notice &notice)
{
    if (notice.isTest())
        return testToast(noticeText(notice));
    const NoticeLevel level = notice.level();
    Toast toast;
    toast.kind = kindOf(level);
    toast.title = noticeTitle(notice);
    toast.text = noticeText(notice);
    toast.noticeId = notice.id.toString();
    toast.orderId = notice.orderId();
    toast.sticky = notice.sticky() || asksToConfirm(notice) || level == NoticeLevel::Error;
    toast.sound = level == NoticeLevel::Warning || level == NoticeLevel::Error;
    toast.throughMute = level == NoticeLevel::Error;
    if (level == NoticeLevel::Error)
        toast.emphasis = ToastEmphasis::Alarm;
    if (level == NoticeLevel::Warning) {
        toast.emphasis = ToastEmphasis::Attention;
        toast.duration = 15s;
    }
    return toast;
}

Toast alarmToast(const StandingAlarm &alarm, Moment now)
{
    Toast toast = noticeToast(alarm.notice);
    toast.emphasis = ToastEmphasis::Alarm;
    toast.sticky = true;
    toast.sound = false;
    toast.isAlarm = true;
    toast.throughMute = true;
    toast.act = alarm.isForEach() ? ToastAct::GotIt : ToastAct::TakeIt;
    if (!alarm.isKnown)
        toast.text = format::dotted({AlarmWords::state(alarm, now), toast.text});
    return toast;
}

Toast takenToast(const Notice &alarm)
{
    Toast toast;
    toast.kind = ToastKind::AlarmTaken;
    toast.title = AlarmWords::takenBy(*alarm.settled);
    toast.text = noticeText(alarm);
    toast.duration = 15s;
    toast.throughMute = true;
    return toast;
}

QList<News> noticeNews(const Event &event, const Change &change, const Circumstances &here)
{
    QList<News> all;
    if (change.notice)
        all.append({noticeToast(*change.notice), !change.notice->isExpired(here.now)});
    else if (change.withdrawn && !change.withdrawn->isExpired(here.now))
        all.append(withdrawn(event, *change.withdrawn));
    return all;
}

QList<News> unknownNews(const Event &event, const Circumstances &here)
{
    Toast toast;
    toast.kind = ToastKind::UnknownType;
    toast.title = Words::tr("New message (%1)").arg(event.type);
    toast.text = event.data.value(QLatin1StringView("message")).toString();
    return {{toast, here.toastsUnknownTypes}};
}

} // namespace pressboard::client
