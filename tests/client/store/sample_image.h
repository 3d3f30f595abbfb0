// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store_image.h"

#include <QRandomGenerator>

namespace pressboard::test {

using namespace pressboard::client;

inline Moment at(qint64 ms)
{
    return Moment(std::chrono::milliseconds(ms));
}

inline CustomFields sampleFields()
{
    using Type = CustomField::Type;
    return {{{QStringLiteral("paper"), QStringLiteral("纸张"), Type::Text},
             {QStringLiteral("weight"), QStringLiteral("克重"), Type::Number},
             {QStringLiteral("page"), QStringLiteral("单据"), Type::Link, {QStringLiteral("crm")}}},
            {{QStringLiteral("proof"), QStringLiteral("看样"), Type::Date}}};
}

/// A step with every field set, so that one that is forgotten somewhere is noticed.
inline Step sampleStep(qint64 orderId, int number)
{
    static const QStringList names{QStringLiteral("印刷"), QStringLiteral("覆膜"),
                                   QStringLiteral("烫金"), QStringLiteral("模切")};
    Step step;
    step.progressId = orderId * 100 + number;
    step.orderId = orderId;
    step.orderNo = QStringLiteral("PO%1").arg(orderId);
    step.name = names.at(number % names.size());
    step.order = number;
    step.category = number % 2 ? StepCategory::Cover : StepCategory::Content;
    step.status = StepStatus(1 + number % 4);
    step.statusDisplay = standardText(step.status);
    step.operatorName = QStringLiteral("张伟");
    StepDetails details{QStringLiteral("17"),
                        QStringLiteral("王芳"),
                        QStringLiteral("3"),
                        QStringLiteral("急"),
                        {}};
    if (number % 2 == 0)
        details.custom.edit([](CustomValues &custom) {
            custom.set(QStringLiteral("proof"), CustomValue(QStringLiteral("2026-12-01")));
        });
    step.details.set(details);
    step.startTime = at(1'795'000'000'000 + orderId * 1000);
    step.endTime = at(1'795'000'900'000 + orderId * 1000);
    step.statusSince = at(1'795'000'900'001);
    step.touched = {1'795'000'900'001 + quint64(orderId), quint64(number)};
    return step;
}

inline Order sampleOrder(qint64 orderId, int steps)
{
    Order order;
    order.orderId = orderId;
    order.orderNo = QStringLiteral("PO%1").arg(orderId);
    order.customerName = QStringLiteral("客户%1").arg(orderId % 300);
    order.productName = QStringLiteral("画册");
    order.status = OrderStatus(1 + orderId % 4);
    order.statusDisplay = standardText(order.status);
    order.workOrderNo = QStringLiteral("SG%1").arg(orderId);
    order.printType = PrintType::CoverContent;
    order.quantity = 1000 + orderId;
    order.unit = QStringLiteral("本");
    order.orderDate = at(1'794'000'000'000);
    order.deliveryDate = QDate(2026, 12, 1 + int(orderId % 28));
    order.salesman = QStringLiteral("李娜");
    order.note = QStringLiteral("加急");
    CustomValues custom;
    custom.set(QStringLiteral("paper"), CustomValue(QStringLiteral("157g 铜版")));
    custom.set(QStringLiteral("weight"), CustomValue(double(orderId) / 4));
    custom.set(QStringLiteral("page"), CustomValue(QStringLiteral("crm://%1").arg(orderId)));
    order.custom.set(custom);
    order.createdAt = at(1'794'000'000'001);
    order.statusSince = at(1'794'000'000'002);
    order.completedAt = at(1'794'000'000'003);
    order.audience = Audience({QStringLiteral("dept_3")});
    order.touched = {1'795'000'000'000 + quint64(orderId), 0};
    order.stub = orderId % 7 == 0;
    for (int i = 1; i <= steps; ++i)
        order.steps.append(sampleStep(orderId, i));
    return order;
}

inline protocol::Shop sampleShop()
{
    return {QStringLiteral("东方印务"),
            QStringLiteral("Asia/Shanghai"),
            QStringLiteral("08:00"),
            QStringLiteral("08:00-12:00,13:30-20:00"),
            3600,
            {QStringLiteral("打包")},
            QStringLiteral("https://crm/{order_id}"),
            {},
            {},
            {},
            sampleFields()};
}

/// Everything set, nothing at its default.
inline StoreImage sampleImage(int orders, int stepsEach)
{
    StoreImage image;
    image.book.setCustomFields(sampleFields());
    for (int i = 1; i <= orders; ++i)
        image.book.putOrder(sampleOrder(i, stepsEach));
    image.book.epoch = QStringLiteral("epoch-1");
    image.book.position = {1'795'100'000'000, 4};
    image.book.complete = false;
    image.book.rememberDeleted(77'777);
    image.book.retired = {12, 10};
    image.book.notices.append({{1'795'000'000'005, 0},
                               Audience(),
                               {{QStringLiteral("message"), QStringLiteral("19:00 停机检修")}}});
    image.stats = {{QStringLiteral("total_orders"), orders}};
    image.dayStart = QDate(2026, 11, 23);
    image.dayStats = {{QStringLiteral("total_orders"), 1}};
    image.shop = sampleShop();
    image.user = QStringLiteral("lina");
    image.permissions = {QStringLiteral("view_orders")};
    image.groups = {QStringLiteral("user_lina"), QStringLiteral("dept_3")};
    image.dataAsOf = at(1'795'100'000'500);
    image.lastChange = at(1'795'100'000'000);
    return image;
}

} // namespace pressboard::test
