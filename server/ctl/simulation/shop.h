// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/simulation/dice.h"
#include "server/ctl/simulation/order_generator.h"
#include "server/ctl/simulation/past_life.h"
#include "server/ctl/simulation/shop_event.h"

#include <QHash>
#include <QQueue>
#include <QSet>
#include <QTimeZone>

#include <chrono>
#include <functional>

namespace pressboard::server::simulation {

struct ShopOptions
{
    quint64 seed = 1;
    Moment start{}; ///< the moment the board is looked at first; the past is before it
    int orders = 40; ///< open ones, kept about so many
    std::chrono::milliseconds interval{1000}; ///< between two events after `start`
    QTimeZone zone = QTimeZone::utc();
};

/// A believable print shop: an evening's and a night's past, and a day that goes on for ever.
/// The same options, the same events.
class Shop
{
public:
    explicit Shop(ShopOptions options);

    /// Everything up to `start`, in the order it happened.
    const QList<ShopEvent> &past() const { return m_past; }
    /// The next thing that happens, `interval` after the one before.
    ShopEvent next();
    /// Takes every order back.
    QList<ShopEvent> farewell() const;

private:
    /// One thing that may happen: its weight out of all, and a try at it, which fails when the
    /// shop is not in a state for it.
    struct ActivityRecord
    {
        int weight;
        bool (Shop::*happen)();
    };

    void makePast();
    void addPast(Stage stage, QDate due, Moment now);
    void happen();

    bool finishStep();
    bool startStep();
    bool placeOrder();
    bool rushOrder();
    bool changeOrder();
    bool cancelOrder();
    bool skipStep();
    bool reopenStep();
    bool announce();

    void completeIfDone(Order &order);
    void tell(ShopEvent event) { m_coming.enqueue(std::move(event)); }
    QDate today() const { return dateAt(m_now, m_options.zone); }
    Order *anyOrder(const std::function<bool(const Order &)> &wanted);
    /// A step and its order, chosen among those that fit.
    std::pair<Order *, Step *>
    anyStep(const std::function<bool(const Order &, const Step &)> &wanted);

    ShopOptions m_options;
    Dice m_dice;
    OrderGenerator m_orderGenerator;
    Moment m_now;
    QList<ShopEvent> m_past;
    QQueue<ShopEvent> m_coming;
    QList<Order> m_orders; ///< all of them, in the order they were taken
    QSet<CrmId> m_forgotten; ///< running steps that nobody will report
};

} // namespace pressboard::server::simulation
