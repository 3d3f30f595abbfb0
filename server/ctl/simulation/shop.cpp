// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ctl/simulation/shop.h"

#include "shared/state/views.h"

#include <algorithm>

namespace pressboard::server::simulation {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Days until the open orders are due, over and over: a few late, some today, most later.
constexpr int dueIn[] = {0,  4, 1, 7, 0, 9,  2, 5, -2, 6,  0, 3, 8, 1,  11, 0, 5, 2,  12, 7,
                         -1, 4, 0, 6, 3, 10, 1, 9, 5,  13, 8, 2, 4, 14, 7,  3, 6, 11, 5,  9};

const QSet<QString> &joinSteps()
{
    static const QStringList names = defaultJoinSteps();
    static const QSet<QString> set(names.begin(), names.end());
    return set;
}

bool isRunning(const Order &, const Step &step)
{
    return step.status == StepStatus::InProgress;
}

} // namespace

Shop::Shop(ShopOptions options)
    : m_options(std::move(options))
    , m_dice(m_options.seed)
    , m_orderGenerator(m_dice, m_options.zone)
    , m_now(m_options.start)
{
    makePast();
}

void Shop::makePast()
{
    const int completed = m_options.orders / 2;
    for (int i = 0; i < completed; ++i) {
        const Moment end = m_now - minutes(9 + i * 19 + m_dice.number(0, 8));
        addPast(Stage::Completed, dateAt(end, m_options.zone).addDays(m_dice.number(-1, 2)), end);
    }
    for (int i = 0; i < m_options.orders; ++i) {
        const int days = dueIn[i % int(std::size(dueIn))];
        // A third waits to be begun; nobody is late with those.
        const bool pending = i % 3 == 1 && days > 2;
        addPast(pending ? Stage::Pending : Stage::Processing, today().addDays(days), m_now);
    }
    std::stable_sort(m_past.begin(), m_past.end(),
                     [](const ShopEvent &a, const ShopEvent &b) { return a.at < b.at; });
}

void Shop::addPast(Stage stage, QDate due, Moment now)
{
    // Long enough ago for every step that may be finished by now.
    const Moment taken = now - hours(m_dice.number(6 * 24, 16 * 24));
    Order order = m_orderGenerator.next(taken, due);
    m_past += PastLife(order, m_dice, now).live(stage);
    for (const Step &step : std::as_const(order.steps)) {
        if (step.status == StepStatus::InProgress && m_now - *step.startTime > hours(24))
            m_forgotten.insert(step.progressId);
    }
    m_orders.append(order);
}

ShopEvent Shop::next()
{
    m_now += m_options.interval;
    if (m_coming.isEmpty())
        happen();
    ShopEvent event = m_coming.dequeue();
    event.at = m_now;
    if (event.data.contains(QLatin1StringView("timestamp")))
        event.data.insert(QLatin1StringView("timestamp"), toWire(m_now));
    return event;
}

QList<ShopEvent> Shop::farewell() const
{
    QList<ShopEvent> events;
    for (const Order &order : m_orders)
        events.append(orderDeleted(order, m_now));
    return events;
}

void Shop::happen()
{
    static const ActivityRecord all[] = {
        {38, &Shop::finishStep}, {44, &Shop::startStep},  {4, &Shop::placeOrder},
        {2, &Shop::rushOrder},   {4, &Shop::changeOrder}, {1, &Shop::cancelOrder},
        {3, &Shop::skipStep},    {1, &Shop::reopenStep},  {3, &Shop::announce},
    };
    while (m_coming.isEmpty()) {
        int left = m_dice.number(1, 100);
        for (const ActivityRecord &one : all) {
            left -= one.weight;
            if (left <= 0) {
                (this->*one.happen)();
                break;
            }
        }
        // When nothing fits there is always a new order to take.
        if (m_coming.isEmpty() && m_dice.chance(20))
            placeOrder();
    }
}

bool Shop::finishStep()
{
    auto [order, step] = anyStep([this](const Order &o, const Step &s) {
        return isRunning(o, s) && !m_forgotten.contains(s.progressId);
    });
    if (!step)
        return false;
    // Some are simply not reported, today or ever.
    if (m_dice.chance(3)) {
        m_forgotten.insert(step->progressId);
        return false;
    }
    step->status = StepStatus::Completed;
    step->endTime = m_now;
    step->details.edit(
        [&by = step->operatorName](StepDetails &details) { details.confirmUser = by; });
    tell(stepEvent(*step, false, m_now));
    completeIfDone(*order);
    return true;
}

bool Shop::startStep()
{
    auto [order, step] = anyStep([](const Order &o, const Step &s) {
        if (o.status == OrderStatus::Processing)
            return isReady(o, s, joinSteps());
        return o.status == OrderStatus::Pending && &s == o.steps.data();
    });
    if (!step)
        return false;
    if (order->status == OrderStatus::Pending) {
        order->status = OrderStatus::Processing;
        tell(orderEvent(*order, false, m_now));
    }
    step->status = StepStatus::InProgress;
    step->startTime = m_now;
    step->operatorName = operatorFor(step->name, m_dice);
    tell(stepEvent(*step, false, m_now));
    return true;
}

bool Shop::placeOrder()
{
    const auto open = std::count_if(m_orders.cbegin(), m_orders.cend(),
                                    [](const Order &order) { return order.isOpen(); });
    if (open >= m_options.orders + 5)
        return false;
    const Order order = m_orderGenerator.next(m_now, today().addDays(m_dice.number(4, 14)));
    tell(orderEvent(order, true, m_now));
    for (const Step &step : order.steps)
        tell(stepEvent(step, true, m_now));
    m_orders.append(order);
    return true;
}

bool Shop::rushOrder()
{
    Order *order = anyOrder(
        [this](const Order &o) { return o.isOpen() && o.deliveryDate > today().addDays(3); });
    if (!order)
        return false;
    order->deliveryDate = today().addDays(m_dice.number(0, 1));
    order->note = QStringLiteral("加急");
    tell(orderEvent(*order, false, m_now));
    return true;
}

bool Shop::changeOrder()
{
    Order *order = anyOrder([](const Order &o) { return o.isOpen(); });
    if (!order)
        return false;
    if (m_dice.chance(50))
        order->quantity = order->quantity.value_or(0) + 500;
    else
        order->deliveryDate = order->deliveryDate.addDays(m_dice.number(1, 3));
    tell(orderEvent(*order, false, m_now));
    return true;
}

bool Shop::cancelOrder()
{
    Order *order = anyOrder([](const Order &o) { return o.isOpen(); });
    if (!order)
        return false;
    order->status = OrderStatus::Cancelled;
    tell(orderEvent(*order, false, m_now));
    return true;
}

bool Shop::skipStep()
{
    auto [order, step] = anyStep([](const Order &o, const Step &s) {
        return o.status == OrderStatus::Processing && isReady(o, s, joinSteps())
            && (s.name == QStringLiteral("压痕") || s.name == QStringLiteral("夹卡片")
                || s.name == QStringLiteral("勒口"));
    });
    if (!step)
        return false;
    step->status = StepStatus::Skipped;
    step->endTime = m_now;
    tell(stepEvent(*step, false, m_now));
    completeIfDone(*order);
    return true;
}

bool Shop::reopenStep()
{
    auto [order, step] = anyStep([](const Order &o, const Step &s) {
        return o.status == OrderStatus::Processing && s.status == StepStatus::Completed;
    });
    if (!step)
        return false;
    step->status = StepStatus::InProgress;
    step->endTime.reset();
    step->details.edit([](StepDetails &details) {
        details.confirmUser.clear();
        details.note = QStringLiteral("返工");
    });
    tell(stepEvent(*step, false, m_now));
    return true;
}

bool Shop::announce()
{
    const Announcement &one = m_dice.oneOf(announcements());
    tell(noticeEvent(one.message, one.level, m_now));
    return true;
}

void Shop::completeIfDone(Order &order)
{
    const Progress made = progress(order);
    if (made.finished < made.total)
        return;
    order.status = OrderStatus::Completed;
    tell(orderEvent(order, false, m_now));
}

Order *Shop::anyOrder(const std::function<bool(const Order &)> &wanted)
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < m_orders.size(); ++i) {
        if (wanted(m_orders.at(i)))
            places.append(i);
    }
    return places.isEmpty() ? nullptr : &m_orders[m_dice.oneOf(places)];
}

std::pair<Order *, Step *>
Shop::anyStep(const std::function<bool(const Order &, const Step &)> &wanted)
{
    QList<std::pair<qsizetype, qsizetype>> places;
    for (qsizetype i = 0; i < m_orders.size(); ++i) {
        const Order &order = m_orders.at(i);
        if (!order.isOpen())
            continue;
        for (qsizetype j = 0; j < order.steps.size(); ++j) {
            if (wanted(order, order.steps.at(j)))
                places.append({i, j});
        }
    }
    if (places.isEmpty())
        return {nullptr, nullptr};
    const auto [i, j] = m_dice.oneOf(places);
    return {&m_orders[i], &m_orders[i].steps[j]};
}

} // namespace pressboard::server::simulation
