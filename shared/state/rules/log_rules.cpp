// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/log_rules.h"

#include <QJsonArray>

namespace pressboard::rules {

void dayRule(Book &book, const Event &event, Change &change)
{
    const QDate date = dateFromText(event.data.value(QLatin1StringView("date")).toString());
    if (!date.isValid())
        return;
    const QJsonValue stats = event.data.value(QLatin1StringView("stats"));
    book.day.date = date;
    book.day.stats = stats.isObject() ? statsFromJson(stats.toObject()) : book.computedStats(date);
    change.dayBegan = true;
}

void retireRule(Book &book, const Event &event, Change &change)
{
    for (const QJsonValue value : event.data.value(QLatin1StringView("order_ids")).toArray()) {
        const CrmId orderId = CrmId::fromJson(value);
        const Order *known = book.order(orderId);
        if (!known || known->isOpen())
            continue;
        std::optional<Order> order = book.takeOrder(orderId);
        book.retired.total += order->stub ? 0 : 1; // a stub was never counted
        book.retired.completed += order->status == OrderStatus::Completed ? 1 : 0;
        change.orders.append({orderId, RowChange::Removed, {}, std::move(order)});
    }
}

void importRule(Book &book, const Event &event, Change &change)
{
    if (!event.data.value(QLatin1StringView("complete")).toBool())
        return;
    book.complete = true;
    book.retired = {}; // the finished orders of the past were in the file, too
    change.numbersPublished = !book.publishedNumbers.isEmpty();
    book.publishedNumbers = {};
}

void gapRule(Book &book, const Event &, Change &)
{
    book.complete = false;
}

} // namespace pressboard::rules
