// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ctl/simulation/order_generator.h"

#include <algorithm>

namespace pressboard::server::simulation {

OrderGenerator::OrderGenerator(Dice &dice, QTimeZone zone)
    : m_dice(dice)
    , m_zone(std::move(zone))
{
}

Order OrderGenerator::next(Moment at, QDate due)
{
    static const QList<int> hundreds{3, 5, 8, 10, 15, 20, 25, 30, 35, 50, 100};
    const Product &product = popularProduct();
    Order order;
    order.orderId = m_nextOrder;
    order.orderNo = numberFor(dateAt(at, m_zone));
    order.workOrderNo =
        QStringLiteral("SG%1").arg(m_nextOrder - firstId + 1, 5, 10, QLatin1Char('0'));
    ++m_nextOrder;
    order.customerName = m_dice.oneOf(customers());
    order.productName = product.name;
    order.status = OrderStatus::Pending;
    order.printType = product.type;
    order.quantity = m_dice.oneOf(hundreds) * 100;
    order.unit = product.unit;
    order.orderDate = at;
    order.deliveryDate = due;
    order.salesman = m_dice.oneOf(salespeople());
    plan(order, product.coverSteps, StepCategory::Cover);
    plan(order, product.contentSteps, StepCategory::Content);
    return order;
}

/// The first ones of the catalog are what the shop lives on.
const Product &OrderGenerator::popularProduct()
{
    const int last = int(products().size()) - 1;
    const int one = m_dice.number(0, last);
    const int other = m_dice.number(0, last);
    return products().at(std::min(one, other));
}

void OrderGenerator::plan(Order &order, const QStringList &names, StepCategory category)
{
    int place = 0;
    for (const QString &name : names) {
        Step step;
        step.progressId = m_nextStep++;
        step.orderId = order.orderId;
        step.orderNo = order.orderNo;
        step.name = name;
        step.order = ++place;
        step.category = category;
        step.status = StepStatus::Waiting;
        order.steps.append(step);
    }
}

QString OrderGenerator::numberFor(QDate day)
{
    return QStringLiteral("PO%1%2")
        .arg(day.toString(QStringLiteral("yyyyMMdd")))
        .arg(++m_takenOn[day], 3, 10, QLatin1Char('0'));
}

} // namespace pressboard::server::simulation
