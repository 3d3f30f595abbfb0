// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-answers [ORDERS [STEPS]]: what one turn of the desktop's loop costs while somebody looks at
// the charts. One JSON object a figure, milliseconds of this thread's CPU, the worst of all rounds.

#include "client/answers/answer_sheet.h"
#include "shared/state/views.h"

#include <QTimeZone>

#include <cstdio>
#include <ctime>
#include <random>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

constexpr int defaultOrders = 20'000;
constexpr int defaultSteps = 10;
constexpr int ordersPerTurn = 1000; ///< as in client/answers/answers.cpp
constexpr int rounds = 20;
const Moment now{1'795'401'240'000ms}; // 2026-11-23T02:34:00Z

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

template<typename Act> double worstOf(int times, Act act)
{
    double worst = 0;
    for (int i = 0; i < times; ++i) {
        const double begin = cpuMs();
        act();
        worst = std::max(worst, cpuMs() - begin);
    }
    return worst;
}

void report(const char *figure, double ms)
{
    std::printf("{\"figure\": \"%s\", \"ms\": %.2f}\n", figure, ms);
}

/// Ninety days of orders, a twentieth of them open, every step with its times.
Order order(qint64 id, int steps, std::mt19937_64 &random)
{
    Order order;
    order.orderId = id;
    order.orderNo = QStringLiteral("PO2026%1").arg(id, 7, 10, QLatin1Char('0'));
    const bool isOpen = id % 20 == 0;
    order.status = isOpen ? OrderStatus::Processing : OrderStatus::Completed;
    Moment end = now - std::chrono::minutes(random() % (90 * 24 * 60));
    order.completedAt = isOpen ? OptionalMoment() : end;
    order.deliveryDate = dateAt(end, QTimeZone::utc()).addDays(isOpen ? 7 : 1);
    for (int i = steps; i > 0; --i) {
        Step step;
        step.progressId = id * 100 + i;
        step.name = QStringLiteral("工序%1").arg(i);
        step.order = i;
        step.category = i % 2 == 0 ? StepCategory::Cover : StepCategory::Content;
        step.status = isOpen && i > steps / 2 ? StepStatus::Waiting : StepStatus::Completed;
        step.statusSince = step.endTime = end;
        step.startTime = end -= std::chrono::minutes(5 + random() % 300);
        order.steps.append(step);
    }
    order.sortSteps();
    return order;
}

FactsScope scope()
{
    const QStringList joins = defaultJoinSteps();
    const QDate today = dateAt(now, QTimeZone("Asia/Shanghai"));
    return {WorkCalendar(*WorkHours::parse(QStringLiteral("08:00-12:00,13:00-20:00")),
                         QTimeZone("Asia/Shanghai"), today.addDays(-200), today.addDays(400)),
            QSet<QString>(joins.begin(), joins.end()), now - std::chrono::days(70)};
}

} // namespace

int main(int argc, char *argv[])
{
    const int orders = argc > 1 ? std::atoi(argv[1]) : defaultOrders;
    const int steps = argc > 2 ? std::atoi(argv[2]) : defaultSteps;
    std::mt19937_64 random{1};
    Book book;
    for (qint64 id = 1; id <= orders; ++id)
        book.putOrder(order(id, steps, random));

    report("a turn without orders", worstOf(rounds, [] { scope(); }));
    ShopFacts facts(scope());
    qint64 next = 1;
    report("a turn of taking orders", worstOf(orders / ordersPerTurn, [&] {
               for (int i = 0; i < ordersPerTurn; ++i, ++next)
                   facts.update(next, book.order(next));
           }));
    for (int range = 0; range < timeRanges; ++range) {
        const QByteArray figure = "all answers, range " + QByteArray::number(range);
        report(figure.constData(), worstOf(rounds, [&] {
                   answersFrom(facts, TimeRange(range), {now, 0ms});
               }));
    }
    // 200 updates a second become one turn: their orders taken anew, then all answers.
    report("a second of 200 updates", worstOf(rounds, [&] {
               for (int i = 0; i < 200; ++i) {
                   const qint64 id = 1 + qint64(random() % quint64(orders));
                   facts.update(id, book.order(id));
               }
               answersFrom(facts, TimeRange::Last24Hours, {now, 0ms});
           }));
    return 0;
}
