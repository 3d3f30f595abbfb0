// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-estimates [ORDERS [SEED]]: how good the estimates of 今日必交 are, of finished orders that
// are asked about at half time and a day before they were finished; and what they cost for 2,000
// open orders. One JSON object a line.

#include "client/answers/due_estimate.h"
#include "shared/state/views.h"
#include "tests/bench/estimates/past_shops.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace pressboard;
using namespace pressboard::bench;
using namespace pressboard::client;

namespace {

constexpr int openOrders = 2000;

double percent(qsizetype part, qsizetype all)
{
    return all == 0 ? 0 : 100.0 * double(part) / double(all);
}

template<typename Wanted> qsizetype countIf(const QList<Prediction> &all, Wanted wanted)
{
    return std::count_if(all.begin(), all.end(), wanted);
}

void reportVerdict(const char *name, DueVerdict verdict, const QList<Prediction> &all)
{
    const qsizetype said =
        countIf(all, [verdict](const Prediction &p) { return p.verdict == verdict; });
    const qsizetype late =
        countIf(all, [verdict](const Prediction &p) { return p.verdict == verdict && p.wasLate; });
    std::printf(", \"%s\": %lld, \"%s_late_percent\": %.1f", name, qlonglong(said), name,
                percent(late, said));
}

void report(const char *shop, const char *when, const QList<Prediction> &all)
{
    QList<Prediction> known = all;
    known.removeIf([](const Prediction &p) { return p.verdict == DueVerdict::Unknown; });
    const qsizetype before =
        countIf(known, [](const Prediction &p) { return p.really <= p.expected; });
    const qsizetype within = countIf(
        known, [](const Prediction &p) { return p.really > p.expected && p.really <= p.slow; });
    std::printf("{\"shop\": \"%s\", \"asked\": \"%s\", \"orders\": %lld, \"unknown\": %lld, "
                "\"by_p50_percent\": %.1f, \"p50_to_p90_percent\": %.1f, "
                "\"after_p90_percent\": %.1f",
                shop, when, qlonglong(all.size()), qlonglong(all.size() - known.size()),
                percent(before, known.size()), percent(within, known.size()),
                percent(known.size() - before - within, known.size()));
    reportVerdict("in_time", DueVerdict::InTime, known);
    reportVerdict("at_risk", DueVerdict::AtRisk, known);
    reportVerdict("too_late", DueVerdict::TooLate, known);
    std::printf("}\n");
}

void report(const char *shop, const PastWork &past, int orders)
{
    report(shop, "half time", predictions(past, When::HalfTime, orders));
    report(shop, "a day before", predictions(past, When::DayBefore, orders));
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void reportCost(const PastWork &past)
{
    const Moment now = *momentFromText(QStringLiteral("2026-10-12T10:34:00+08:00"), past.zone);
    const QDate today = dateAt(now, past.zone);
    const QStringList joins = defaultJoinSteps();
    const FactsScope scope{
        WorkCalendar(past.hours, past.zone, today.addDays(-200), today.addDays(400)),
        QSet<QString>(joins.begin(), joins.end()), now - UsualTimes::memory};
    TimesCollector collector(now);
    QList<Order> open;
    for (const Order &order : past.book.orders()) {
        collector.add(order, scope);
        open.append(asOf(order, order.orderDate.value_or(now) + std::chrono::hours(30)));
    }
    const UsualTimes usual = collector.take();
    double worst = 0;
    for (int round = 0; round < 20; ++round) {
        const double begin = cpuMs();
        for (int i = 0; i < openOrders; ++i) {
            const Order &order = open.at(i % open.size());
            dueJudgement(order, workLeft(order, usual, scope, now), scope.calendar, now);
        }
        worst = std::max(worst, cpuMs() - begin);
    }
    std::printf("{\"figure\": \"%d open orders judged\", \"ms\": %.2f}\n", openOrders, worst);
}

} // namespace

int main(int argc, char *argv[])
{
    const int orders = argc > 1 ? std::atoi(argv[1]) : 500;
    const quint64 seed = argc > 2 ? quint64(std::atoll(argv[2])) : 1;
    const PastWork hard = hardQuarter(seed, 7);
    report("simulated", simulatedQuarter(seed), orders);
    report("hard", hard, orders);
    report("overloaded", hardQuarter(seed, 9), orders);
    reportCost(hard);
    return 0;
}
