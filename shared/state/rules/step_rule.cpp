// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/step_rule.h"

#include "shared/base/limits.h"
#include "shared/state/rules/event_facts.h"
#include "shared/state/rules/step_rows.h"
#include "shared/state/wire_value.h"

namespace pressboard::rules {
namespace {

/// Late steps of a deleted order make no row, and there is a bound to what one order holds.
bool canTakeStep(const Book &book, const CrmId &orderId, const CrmId &progressId)
{
    const Order *order = book.order(orderId);
    if (!order)
        return !book.wasDeleted(orderId);
    return order->steps.size() < limits::stepsPerOrder || order->step(progressId);
}

/// An order of which nothing is known but that it has this step.
void addStub(Book &book, CrmId orderId, const Event &event, Change &change)
{
    Order order;
    order.orderId = orderId;
    order.orderNo = wire::rowText(event.data.value(QLatin1StringView("order_no")).toString(),
                                  limits::orderText);
    order.audience = event.groups;
    order.touched = event.id;
    order.stub = true;
    book.putOrder(std::move(order));
    if (!event.isImported())
        book.complete = false;
    change.orders.append({orderId, RowChange::Added, {}, std::nullopt});
}

/// `homeId` is the order that has the step now.
void changeStep(Book &book, CrmId homeId, CrmId orderId, const Step &known, const Event &event,
                Change &change)
{
    if (homeId == orderId) {
        updateStep(book, known, event.data, event, change);
        return;
    }
    moveStep(book, known, orderId, event, change);
    change.audienceAfter = book.order(orderId)->audience;
    if (change.audienceAfter != change.audienceBefore) {
        change.audienceOrderId = orderId;
        change.audienceLeftOrderId = homeId;
    }
}

} // namespace

void stepRule(Book &book, const Event &event, Change &change)
{
    const CrmId orderId = idOf(event, QLatin1StringView("order_id"));
    const CrmId progressId = idOf(event, QLatin1StringView("progress_id"));
    if (orderId.isNull() || progressId.isNull())
        return;
    const Order *home = book.orderOfStep(progressId);
    if (const Order *seen = home ? home : book.order(orderId))
        change.audienceBefore = change.audienceAfter = seen->audience;

    if (isDeletion(event)) {
        if (home && !isOutdatedFor(home->step(progressId)->touched, event))
            removeStep(book, progressId, change);
        return;
    }
    if (!canTakeStep(book, orderId, progressId)) {
        change.refused = true;
        return;
    }
    if (!book.order(orderId))
        addStub(book, orderId, event, change);
    home = book.orderOfStep(progressId); // the stub may have moved the rows in memory
    if (home)
        changeStep(book, home->orderId, orderId, *home->step(progressId), event, change);
    else
        addStep(book, orderId, progressId, event.data, event, change);
}

} // namespace pressboard::rules
