// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/large_shop.h"

#include "shared/state/views.h"

#include <random>

namespace pressboard::bench {

namespace {

const QString surnames =
    QStringLiteral("新远东江明晨四北海启绿华文光南丝绸德教育集团酒店管理化妆品医药茶业");
const QString kinds = QStringLiteral("精装书年报画册教师用书折页菜单台历宣传单说明书包装盒");
const QStringList stepNames{QStringLiteral("调图"), QStringLiteral("CTP"),  QStringLiteral("切纸"),
                            QStringLiteral("印刷"), QStringLiteral("覆膜"), QStringLiteral("折页"),
                            QStringLiteral("锁线"), QStringLiteral("胶包"), QStringLiteral("打包"),
                            QStringLiteral("送货")};

class Maker
{
public:
    explicit Maker(Moment now)
        : m_now(now)
        , m_today(dateAt(now, QTimeZone("Asia/Shanghai")))
    {
        m_customers = names(2000, surnames);
        m_products = names(500, kinds);
    }

    Order order(int id, int steps)
    {
        Order order;
        order.orderId = id;
        const QDate made = m_today.addDays(-below(700));
        order.orderNo = QStringLiteral("PO%1%2")
                            .arg(made.toString(u"yyyyMMdd"))
                            .arg(id % 1000, 3, 10, QLatin1Char('0'));
        order.workOrderNo = QStringLiteral("SG%1").arg(26'000'000 + id);
        order.customerName = m_customers.at(below(int(m_customers.size())));
        order.productName = m_products.at(below(int(m_products.size())));
        order.quantity = 100 * (1 + below(100));
        order.unit = QStringLiteral("册");
        const bool open = below(10) == 0;
        order.status = !open ? OrderStatus::Completed
                             : (below(3) == 0 ? OrderStatus::Pending : OrderStatus::Processing);
        order.statusDisplay = standardText(order.status);
        order.deliveryDate = open ? m_today.addDays(below(30) - 3) : made.addDays(14);
        order.printType = PrintType(1 + below(3));
        const int finished = open ? below(steps) : steps;
        for (int i = 0; i < steps; ++i)
            order.steps.append(
                step(order, i, i < finished, open && i == finished && below(2) == 0));
        return order;
    }

private:
    int below(int bound) { return int(m_random() % quint64(bound)); }

    QStringList names(int count, const QString &letters)
    {
        QStringList names;
        for (int i = 0; i < count; ++i) {
            QString name;
            for (int length = 4 + below(5); length > 0; --length)
                name += letters.at(below(int(letters.size())));
            names.append(name);
        }
        return names;
    }

    Step step(const Order &order, int place, bool finished, bool running)
    {
        Step step;
        step.orderId = order.orderId;
        step.orderNo = order.orderNo;
        step.progressId = order.orderId.number() * 100 + place;
        step.name = stepNames.at(place % stepNames.size());
        step.order = place;
        step.category = place % 3 == 0 ? StepCategory::Cover : StepCategory::Content;
        step.status = finished ? StepStatus::Completed
                               : (running ? StepStatus::InProgress : StepStatus::Waiting);
        step.statusSince = m_now - std::chrono::minutes(below(10'000));
        return step;
    }

    Moment m_now;
    QDate m_today;
    QStringList m_customers;
    QStringList m_products;
    std::mt19937_64 m_random{1};
};

} // namespace

client::StoreImage largeShop(int orders, int stepsEach, Moment now)
{
    Maker maker(now);
    client::StoreImage image;
    image.book.isReplica = true;
    for (int id = 1; id <= orders; ++id) {
        Order order = maker.order(id, stepsEach);
        order.sortSteps();
        image.book.putOrder(std::move(order));
    }
    image.shop.timezone = QStringLiteral("Asia/Shanghai");
    image.shop.joinSteps = defaultJoinSteps();
    image.dataAsOf = now;
    return image;
}

} // namespace pressboard::bench
