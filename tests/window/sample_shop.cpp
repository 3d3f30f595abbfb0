// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/sample_shop.h"

#include "shared/state/views.h"

using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

const QDate today(2026, 11, 23);

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

const QStringList customers =
    words("新知书局 远航旅行社 东方出版社 江南丝绸博物馆 明德教育集团 晨光文具 "
          "四季酒店管理公司 北辰中学 海棠化妆品有限公司 启明医药 绿野茶业");
const QStringList products =
    words("《江南纪事》精装书 企业年报 秋季产品画册 教师用书 校庆画册 新品折页 菜单");
const QStringList operators = words("刘洋 陈静 李娜 王芳 张伟");
const QStringList coverSteps = words("印刷 覆膜 烫金 压痕 模切");
const QStringList contentSteps = words("调图 CTP 切纸 印刷 折页 锁线 胶包 打包");

Step step(const Order &order, const QString &name, int place, StepCategory category)
{
    Step step;
    step.progressId = order.orderId.number() * 100 + order.steps.size();
    step.orderId = order.orderId;
    step.orderNo = order.orderNo;
    step.name = name;
    step.order = place;
    step.category = category;
    step.status = StepStatus::Waiting;
    step.operatorName = operators.at(int(step.progressId.number()) % operators.size());
    return step;
}

void addSteps(Order &order)
{
    for (int i = 0; i < coverSteps.size(); ++i)
        order.steps.append(step(order, coverSteps.at(i), i + 1, StepCategory::Cover));
    for (int i = 0; i < contentSteps.size(); ++i)
        order.steps.append(step(order, contentSteps.at(i), i + 1, StepCategory::Content));
}

/// The first `done` steps of both kinds are behind it; every second order has one running.
void advance(Order &order, int done, int seed)
{
    const auto ago = [seed](int factor) {
        return sampleNow() - std::chrono::minutes(9 + seed * factor);
    };
    for (Step &step : order.steps) {
        if (step.order <= done) {
            step.status = StepStatus::Completed;
            step.statusSince = step.endTime = ago(31);
        } else if (step.order == done + 1 && seed % 2 == 0
                   && step.category == StepCategory::Content) {
            step.status = StepStatus::InProgress;
            const auto begun = seed % 5 == 0 ? ago(97) : ago(7);
            step.statusSince = step.startTime = begun;
        } else {
            step.statusSince = ago(41);
        }
        step.statusDisplay = standardText(step.status);
    }
}

Order order(int seed)
{
    Order order;
    order.orderId = 1000 + seed;
    order.orderNo = QStringLiteral("PO202611%1%2")
                        .arg(4 + seed % 16, 2, 10, QLatin1Char('0'))
                        .arg(seed, 3, 10, QLatin1Char('0'));
    order.customerName = customers.at(seed % customers.size());
    order.productName = products.at(seed % products.size());
    order.quantity = 500 * (1 + seed % 7);
    order.unit = QStringLiteral("册");
    order.deliveryDate = today.addDays(seed % 19 - 2);
    order.salesman = operators.at(seed % 3);
    order.workOrderNo = QStringLiteral("SG2611%1").arg(seed, 4, 10, QLatin1Char('0'));
    order.printType = PrintType::CoverContent;
    order.orderDate = sampleNow() - std::chrono::days(5 + seed % 9);
    order.createdAt = sampleNow() - std::chrono::hours(30 + seed);
    order.status = seed % 4 == 3 ? OrderStatus::Pending : OrderStatus::Processing;
    addSteps(order);
    advance(order, seed % 4 == 3 ? 0 : seed % 6, seed);
    if (seed % 8 == 5) {
        order.status = OrderStatus::Completed;
        order.completedAt = sampleNow() - std::chrono::minutes(13 + 17 * seed);
        advance(order, 99, seed);
    }
    order.statusDisplay = standardText(order.status);
    return order;
}

} // namespace

Moment sampleNow()
{
    return Moment(1'795'401'240'000ms); // 2026-11-23T02:34:00Z
}

Book sampleBook()
{
    Book book;
    book.epoch = QStringLiteral("sample");
    book.position = {1'795'401'120'000, 0};
    for (int seed = 1; seed <= 64; ++seed)
        book.putOrder(order(seed));
    return book;
}

protocol::Shop sampleShop()
{
    protocol::Shop shop;
    shop.name = QStringLiteral("红旗印刷厂");
    shop.timezone = QStringLiteral("Asia/Shanghai");
    shop.dayStart = QStringLiteral("00:00");
    shop.workHours = QStringLiteral("08:00-12:00,13:00-20:00");
    shop.quietAfterSeconds = 3600;
    shop.joinSteps = defaultJoinSteps();
    shop.orderUrl = QStringLiteral("https://crm.example/orders/{order_id}");
    return shop;
}

QJsonObject sampleStats(const Book &book)
{
    ReadyIndex ready;
    ready.rebuild(book);
    return effectiveStats(book, ready, today);
}

QJsonObject sampleDayStats(const Book &book)
{
    QJsonObject stats = sampleStats(book);
    for (const auto &[key, change] : {std::pair(QStringLiteral("completed_orders"), 5),
                                      std::pair(QStringLiteral("total_orders"), 6),
                                      std::pair(QStringLiteral("processing_orders"), -2)})
        stats[key] = stats.value(key).toInteger() - change;
    return stats;
}

} // namespace pressboard::test
