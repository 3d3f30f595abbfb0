// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/simulation/order_generator.h"
#include "shared/state/views.h"
#include "tests/bench/estimates/past_shops.h"

#include <cmath>
#include <map>
#include <vector>

namespace pressboard::bench {

using server::simulation::Dice;
using namespace std::chrono_literals;

namespace {

constexpr auto beat = 5min;
constexpr auto length = std::chrono::days(100);

/// How long a step usually runs, and on how many machines.
struct Kind
{
    int minutes = 60;
    int machines = 2;
    bool atNight = false;
};

Kind kindOf(const QString &name)
{
    static const std::map<QString, Kind> all{
        {QStringLiteral("印刷"), {110, 4, true}}, {QStringLiteral("覆膜"), {70, 1, true}},
        {QStringLiteral("过油"), {60, 1, false}}, {QStringLiteral("烫金"), {120, 1, false}},
        {QStringLiteral("压痕"), {60, 1, false}}, {QStringLiteral("调图"), {45, 1, false}},
        {QStringLiteral("CTP"), {30, 1, false}},  {QStringLiteral("切纸"), {25, 1, false}},
        {QStringLiteral("折页"), {90, 2, false}}, {QStringLiteral("锁线"), {110, 1, false}},
        {QStringLiteral("胶包"), {90, 2, false}}, {QStringLiteral("打包"), {50, 1, false}},
        {QStringLiteral("送货"), {70, 2, false}},
    };
    const auto known = all.find(name);
    return known == all.end() ? Kind{} : known->second;
}

struct Machine
{
    Order *order = nullptr; ///< null: free
    Step *step = nullptr;
    std::chrono::minutes left{0}; ///< of work
};

class HardShop
{
public:
    HardShop(quint64 seed, int ordersADay)
        : m_ordersADay(ordersADay)
        , m_dice(seed)
        , m_generator(m_dice, m_zone)
        , m_now(*momentFromText(QStringLiteral("2026-08-03T08:00:00+08:00"), m_zone))
    {
        const QStringList joins = defaultJoinSteps();
        m_joins = {joins.begin(), joins.end()};
    }

    PastWork live()
    {
        for (const Moment end = m_now + length; m_now < end; m_now += beat) {
            takeOrders();
            work();
            beginSteps();
        }
        PastWork past{{}, *WorkHours::parse(QStringLiteral("08:00-12:00,13:00-20:00")), m_zone};
        for (std::unique_ptr<Order> &order : m_orders)
            past.book.putOrder(std::move(*order));
        return past;
    }

private:
    QDateTime local() const
    {
        return QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count(), m_zone);
    }
    bool isAtWork(bool atNight) const
    {
        const QDateTime time = local();
        if (time.date().dayOfWeek() == 7)
            return false;
        const int hour = time.time().hour();
        return atNight || (hour >= 8 && hour < 20 && hour != 12);
    }
    void takeOrders()
    {
        const QDateTime time = local();
        if (!isAtWork(false) || time.time().hour() > 17)
            return;
        const int beatsADay = 9 * 12;
        const int today = m_ordersADay * (time.date().dayOfWeek() == 1 ? 2 : 1);
        if (m_dice.number(1, beatsADay) > today)
            return;
        const QDate due = time.date().addDays(m_dice.number(3, 9));
        m_orders.push_back(std::make_unique<Order>(m_generator.next(m_now, due)));
        m_orders.back()->status = OrderStatus::Processing;
    }
    void work()
    {
        for (auto &[name, machines] : m_machines) {
            if (!isAtWork(kindOf(name).atNight))
                continue;
            for (Machine &machine : machines) {
                if (machine.step != nullptr && (machine.left -= beat) <= 0min)
                    finish(machine);
            }
        }
    }
    /// Some forget to say so, until the next morning or for days: what follows goes on meanwhile.
    void finish(Machine &machine)
    {
        Step &step = *machine.step;
        step.status = StepStatus::Completed;
        const bool isForgotten = m_dice.number(1, 15) == 1;
        step.endTime =
            m_now + (isForgotten ? std::chrono::minutes(m_dice.number(90, 50 * 60)) : 0min);
        if (progress(*machine.order).finished == machine.order->steps.size()) {
            machine.order->status = OrderStatus::Completed;
            machine.order->completedAt = *step.endTime;
        }
        machine = {};
    }
    /// 0.45 and 2.2 times at one sigma; by what a machine does the quantity matters.
    std::chrono::minutes lasts(const Step &step, const Order &order)
    {
        double luck = 0;
        for (int i = 0; i < 12; ++i)
            luck += m_dice.number(0, 10'000) / 10'000.0;
        const double size = 0.7 + double(*order.quantity) / 5000.0;
        return std::chrono::minutes(
            int(kindOf(step.name).minutes * size * std::exp((luck - 6) * 0.5)));
    }
    void beginSteps()
    {
        std::map<QString, std::vector<std::pair<Order *, Step *>>> queues;
        for (const std::unique_ptr<Order> &order : m_orders) {
            if (!order->isOpen())
                continue;
            for (Step &step : order->steps) {
                if (isReady(*order, step, m_joins))
                    queues[step.name].push_back({order.get(), &step});
            }
        }
        for (auto &[name, queue] : queues)
            give(name, queue);
    }
    void give(const QString &name, std::vector<std::pair<Order *, Step *>> &queue)
    {
        const Kind kind = kindOf(name);
        if (!isAtWork(kind.atNight))
            return;
        std::stable_sort(queue.begin(), queue.end(), [](const auto &a, const auto &b) {
            return a.first->deliveryDate < b.first->deliveryDate;
        });
        std::vector<Machine> &machines = m_machines[name];
        machines.resize(size_t(kind.machines));
        for (Machine &machine : machines) {
            // Between two jobs somebody sets it up, or is at lunch.
            if (machine.step != nullptr || queue.empty() || m_dice.chance(60))
                continue;
            const bool isInOrder = m_dice.chance(75);
            const auto place = isInOrder ? 0 : m_dice.number(0, int(queue.size()) - 1);
            begin(machine, queue[size_t(place)]);
            queue.erase(queue.begin() + place);
        }
    }
    void begin(Machine &machine, std::pair<Order *, Step *> job)
    {
        machine = {job.first, job.second, lasts(*job.second, *job.first)};
        job.second->status = StepStatus::InProgress;
        job.second->startTime = m_now;
    }

    int m_ordersADay;
    QTimeZone m_zone{"Asia/Shanghai"};
    Dice m_dice;
    server::simulation::OrderGenerator m_generator;
    Moment m_now;
    QSet<QString> m_joins;
    std::vector<std::unique_ptr<Order>> m_orders;
    std::map<QString, std::vector<Machine>> m_machines;
};

} // namespace

PastWork hardQuarter(quint64 seed, int ordersADay)
{
    return HardShop(seed, ordersADay).live();
}

} // namespace pressboard::bench
