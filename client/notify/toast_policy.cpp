// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/toast_policy.h"

#include "client/notify/notice_news.h"
#include "client/notify/order_news.h"
#include "client/notify/step_news.h"

namespace pressboard::client {
namespace {

bool isKnown(const QString &type)
{
    return type == event_type::order || type == event_type::progress || type == event_type::numbers
        || type == event_type::notice;
}

} // namespace

QList<News> ToastPolicy::newsOf(const Event &event, const Change &change, const Circumstances &here)
{
    if (change.imported || event.isInternal())
        return {};
    if (!isKnown(event.type))
        return unknownNews(event, here);
    return orderNews(change, here) + stepNews(change, here) + noticeNews(event, change, here);
}

} // namespace pressboard::client
