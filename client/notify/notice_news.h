// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"
#include "shared/state/apply.h"
#include "shared/state/event.h"

namespace pressboard::client {

/// 通知·王芳, 完成·王芳, 注意·王芳, 重要·王芳: the level is a word, never a colour alone.
QString noticeTitle(const Notice &notice);
/// Its text, with its own title before it.
QString noticeText(const Notice &notice);
/// Of a test: it says so, and makes no sound.
Toast testToast(const QString &text);
Toast noticeToast(const Notice &notice);

/// Notices, what was withdrawn, and messages of types we do not know.
QList<News> noticeNews(const Event &event, const Change &change, const Circumstances &here);
QList<News> unknownNews(const Event &event, const Circumstances &here);

} // namespace pressboard::client
