// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/day_report.h"

#include "shared/state/views.h"

#include <algorithm>
#include <vector>

namespace pressboard::server {

namespace {

using Orders = std::vector<const Order *>;

QList<DayReport::Line> linesOf(Orders orders)
{
    std::sort(orders.begin(), orders.end(), [](const Order *a, const Order *b) {
        return std::tie(a->deliveryDate, a->orderNo, a->orderId)
            < std::tie(b->deliveryDate, b->orderNo, b->orderId);
    });
    QList<DayReport::Line> lines;
    for (const Order *order : orders) {
        if (lines.size() == DayReport::lines)
            break;
        const QString no =
            order->orderNo.isEmpty() ? u'#' + order->orderId.toString() : order->orderNo;
        lines.append({no, order->customerName, order->productName, order->deliveryDate});
    }
    return lines;
}

int runningSteps(const Order &order)
{
    return int(std::count_if(order.steps.begin(), order.steps.end(), [](const Step &step) {
        return step.status == StepStatus::InProgress;
    }));
}

} // namespace

DayReport dayReport(const Book &book, QDate today, QDate told,
                    const std::function<bool(const Audience &)> &sees)
{
    DayReport report;
    Orders overdue;
    Orders dueToday;
    for (const Order &order : book.orders()) {
        if (!order.isOpen() || order.stub || !sees(order.audience))
            continue;
        const DueTier tier = dueTier(order, today);
        ++report.inHand;
        report.running += runningSteps(order);
        report.dueSoon += tier == DueTier::Today || tier == DueTier::Within3Days ? 1 : 0;
        report.allOverdue += tier == DueTier::Overdue ? 1 : 0;
        if (tier == DueTier::Overdue && order.deliveryDate >= told)
            overdue.push_back(&order);
        else if (tier == DueTier::Today)
            dueToday.push_back(&order);
    }
    report.overdueCount = int(overdue.size());
    report.dueTodayCount = int(dueToday.size());
    report.overdue = linesOf(std::move(overdue));
    report.dueToday = linesOf(std::move(dueToday));
    return report;
}

} // namespace pressboard::server
