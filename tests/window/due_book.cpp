// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/due_book.h"

#include "client/models/due_judgement.h"
#include "tests/window/sample_shop.h"
#include "tests/window/shop_history.h"

#include <algorithm>

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

const QDate today(2026, 11, 23);

const char16_t *const products[] = {u"《江南纪事》精装书", u"企业年报", u"秋季产品画册", u"礼品盒"};
const char16_t *const customers[] = {u"新知书局", u"远航旅行社", u"江南丝绸博物馆", u"北辰中学"};

void dress(Order &order)
{
    const auto number = size_t(order.orderId.number());
    order.productName = QString::fromUtf16(products[number % std::size(products)]);
    order.customerName = QString::fromUtf16(customers[number / 2 % std::size(customers)]);
    order.quantity = 500 + 250 * qint64(number % 38);
    order.unit = QStringLiteral("册");
}

QList<Order> ordersToGoOut(const Book &book)
{
    QList<Order> orders;
    for (const Order &order : book.orders()) {
        if (mustGoOut(order, today))
            orders.append(order);
    }
    std::sort(orders.begin(), orders.end(),
              [](const Order &a, const Order &b) { return a.orderId < b.orderId; });
    return orders;
}

/// All but its last step, or two, are behind it.
void finishMost(Order &order, int left)
{
    const Moment end = sampleNow() - 30min;
    for (Step &step : order.steps) {
        if (step.category == StepCategory::Content && step.order > int(order.steps.size()) - left)
            continue;
        step.status = StepStatus::Completed;
        step.startTime = end - 50min;
        step.endTime = end;
    }
}

} // namespace

Book dueBook(int rows)
{
    Book book = shopHistory();
    const QList<Order> due = ordersToGoOut(book);
    for (const Order &order : due)
        book.takeOrder(order.orderId);
    for (int i = 0; i < rows; ++i) {
        Order order = due.at(i % due.size());
        order.orderId = 10'000 + i;
        order.orderNo = QStringLiteral("PO20261123%1").arg(i + 1, 3, 10, QLatin1Char('0'));
        if (i / due.size() % 3 == 2)
            order.deliveryDate = order.deliveryDate.addDays(-1);
        for (Step &step : order.steps) {
            step.orderId = order.orderId;
            step.progressId = order.orderId.number() * 100 + step.order;
        }
        dress(order);
        if (i % due.size() > 2)
            finishMost(order, 1 + i % 2);
        book.putOrder(order);
    }
    return book;
}

} // namespace pressboard::test
