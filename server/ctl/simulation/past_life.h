// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/simulation/dice.h"
#include "server/ctl/simulation/shop_event.h"

namespace pressboard::server::simulation {

/// How far an order has come when the simulation begins.
enum class Stage { Pending, Processing, Completed };

/// Lives an order's past backwards from `now`: what is finished, what runs, since when; and tells
/// it forwards, as the events the CRM would have written. The order, taken at least six days
/// before, is left as it stands at `now`.
class PastLife
{
public:
    /// `now` is when the order was completed for Stage::Completed.
    PastLife(Order &order, Dice &dice, Moment now);

    QList<ShopEvent> live(Stage stage);

private:
    /// Finishes the first `finished` steps of a category backwards from `until`; returns when
    /// the first of them began.
    Moment finishSteps(StepCategory category, int finished, Moment until);
    void run(Step &step, Moment since);
    int chooseFinished(StepCategory category, bool coverDone);
    Moment work(bool done);
    Moment workAt(StepCategory category, int finished, Moment until, bool coverDone);
    Moment joined() const;
    void tellStep(Step step, QList<ShopEvent> &story) const;

    Order &m_order;
    Dice &m_dice;
    Moment m_now;
};

} // namespace pressboard::server::simulation
