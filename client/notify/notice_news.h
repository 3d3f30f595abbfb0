// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alarms/standing_alarm.h"
#include "client/notify/news.h"
#include "shared/state/apply.h"
#include "shared/state/event.h"

namespace pressboard::client {

/// 通知·王芳, 完成·王芳, 注意·王芳, 重要·王芳: the level is a word, never a colour alone.
QString noticeTitle(const Notice &notice);
/// Its text, with its own title before it.
QString noticeText(const Notice &notice);
/// Somebody wants to know that it was read: 知道了.
bool asksToConfirm(const Notice &notice);
/// Of a test: it says so, and makes no sound.
Toast testToast(const QString &text);
Toast noticeToast(const Notice &notice);
/// Of one that is open here. It has no sound of its own: that comes again and again.
Toast alarmToast(const StandingAlarm &alarm, Moment now);
/// 已由李娜处理: somebody else saw to it.
Toast takenToast(const Notice &alarm);

/// Notices, what was withdrawn, and messages of types we do not know.
QList<News> noticeNews(const Event &event, const Change &change, const Circumstances &here);
QList<News> unknownNews(const Event &event, const Circumstances &here);

} // namespace pressboard::client
