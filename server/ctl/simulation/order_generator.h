// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/simulation/catalog.h"
#include "server/ctl/simulation/dice.h"
#include "server/ctl/simulation/shop_event.h"

#include <QHash>
#include <QTimeZone>

namespace pressboard::server::simulation {

/// Makes up new orders: numbers, customers, products, and the plan of steps.
class OrderGenerator
{
public:
    OrderGenerator(Dice &dice, QTimeZone zone);

    /// A pending order with all its steps waiting, placed at `at`, due on `due`.
    Order next(Moment at, QDate due);

private:
    const Product &popularProduct();
    void plan(Order &order, const QStringList &names, StepCategory category);
    QString numberFor(QDate day);

    Dice &m_dice;
    QTimeZone m_zone;
    qint64 m_nextOrder = firstId;
    qint64 m_nextStep = firstId;
    QHash<QDate, int> m_takenOn;
};

} // namespace pressboard::server::simulation
