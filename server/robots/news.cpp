// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/news.h"

#include "server/config/robot_settings.h"

namespace pressboard::server {

namespace {

constexpr QLatin1StringView statusField{"status"};

News newsOfNotice(const Notice &notice)
{
    News news;
    news.id = notice.id;
    news.kind = robot_kind::notices;
    news.audience = notice.audience;
    news.level = notice.level();
    news.title = notice.title();
    news.message = notice.message();
    news.sender = notice.sender();
    return news;
}

QList<News> newsOf(const Notice &notice)
{
    const bool isNews = !notice.isTest() && !notice.message().isEmpty();
    return isNews ? QList{newsOfNotice(notice)} : QList<News>();
}

/// Nothing, unless somebody works on it.
QList<News> newsOfCancelled(StreamId id, const Order *order)
{
    if (!order || order->status != OrderStatus::Cancelled)
        return {};
    News news;
    for (const Step &step : order->steps) {
        if (step.status == StepStatus::InProgress)
            news.running.append(step.name);
    }
    if (news.running.isEmpty())
        return {};
    news.id = id;
    news.kind = robot_kind::cancelled;
    news.audience = order->audience;
    news.level = NoticeLevel::Error;
    news.orderNo = order->orderNo.isEmpty() ? u'#' + order->orderId.toString() : order->orderNo;
    news.customer = order->customerName;
    news.product = order->productName;
    return {news};
}

} // namespace

QList<News> newsOf(const Event &event, const Change &change, const Book &book)
{
    if (change.imported || change.refused)
        return {};
    if (change.notice)
        return newsOf(*change.notice);
    QList<News> all;
    for (const OrderChange &order : change.orders) {
        if (order.kind == RowChange::Updated && order.field(statusField))
            all += newsOfCancelled(event.id, book.order(order.orderId));
    }
    return all;
}

News untakenNews(const Notice &alarm)
{
    News news = newsOfNotice(alarm);
    news.kind = robot_kind::alarms;
    return news;
}

QList<News> missedNewsOf(const Event &event, const Book &book)
{
    if (event.isImported())
        return {};
    if (event.type == event_type::notice)
        return newsOf(Notice{event.id, event.groups, event.data});
    if (event.type == event_type::order && event.data.contains(statusField))
        return newsOfCancelled(event.id, book.order(event.orderId()));
    return {};
}

} // namespace pressboard::server
