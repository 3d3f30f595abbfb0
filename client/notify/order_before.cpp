// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/order_before.h"

#include "shared/state/fields.h"

namespace pressboard::client {
namespace {

template<typename Row>
void undo(Row &row, const QList<Field<Row>> &fields, const QList<FieldChange> &changes)
{
    QJsonObject before;
    for (const FieldChange &change : changes)
        before.insert(change.field, change.before.toJson());
    assignFields(nullptr, fields, row, before);
}

void undoStep(Order &order, const StepChange &change)
{
    if (change.kind == RowChange::Removed) {
        order.steps.append(*change.removed);
    } else if (change.kind == RowChange::Added) {
        order.steps.removeIf(
            [&](const Step &step) { return step.progressId == change.progressId; });
    } else if (Step *step = order.findStep(change.progressId)) {
        undo(*step, stepFields(), change.fields);
    }
}

} // namespace

Order orderBefore(const Order &order, const Change &change)
{
    Order before = order;
    for (const OrderChange &changed : change.orders) {
        if (changed.orderId != order.orderId)
            continue;
        undo(before, orderFields(), changed.fields);
        if (const FieldChange *stub = changed.field(QLatin1StringView("stub")))
            before.stub = stub->before.toJson().toBool();
    }
    for (const StepChange &changed : change.steps) {
        if (changed.orderId == order.orderId)
            undoStep(before, changed);
    }
    before.sortSteps();
    return before;
}

} // namespace pressboard::client
