// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/order_rule.h"

#include "shared/base/limits.h"
#include "shared/state/fields.h"
#include "shared/state/rules/custom_rule.h"
#include "shared/state/rules/event_facts.h"
#include "shared/state/rules/imported_steps.h"

namespace pressboard::rules {
namespace {

/// The groups of its last order_notification. Django Channels sends a message once per group, so
/// from there they add up, as far as there is room: never to more people than were named.
Audience audienceAfter(const Event &event, const Audience &known)
{
    if (!event.source.startsWith(QLatin1StringView("channels")))
        return event.groups;
    Audience both = known.united(event.groups);
    return both.groups().size() > limits::groups ? known : both;
}

void assignMoments(QList<FieldChange> *changes, Order &order, const Event &event)
{
    const OptionalMoment moment = momentOf(event);
    const bool isCompleted = order.status == OrderStatus::Completed;
    assign(changes, QStringLiteral("status_since"), order.statusSince, moment);
    assign(changes, QStringLiteral("completed_at"), order.completedAt,
           isCompleted ? moment : std::nullopt);
}

/// A row that was not known before, or only through its steps, begins here.
void assignFields(QList<FieldChange> *changes, Order &order, const Event &event, bool begins,
                  const Book &book)
{
    const StatusBefore before(order);
    pressboard::assignFields(changes, orderFields(), order, event.data);
    assignStatusText(changes, order, event.data, limits::orderText);
    assignCustomFields(changes, order, event.data, book);
    if (begins || before.hasMoved(order))
        assignMoments(changes, order, event);
    if (begins && !isUpdate(event))
        assign(changes, QStringLiteral("created_at"), order.createdAt, momentOf(event));
}

void addOrder(Book &book, CrmId orderId, const Event &event, Change &change)
{
    Order order;
    order.orderId = orderId;
    order.audience = event.groups;
    order.touched = event.id;
    assignFields(nullptr, order, event, true, book);

    const bool hasUnseenPast = isUpdate(event) && !event.isImported();
    if (hasUnseenPast && !book.wasDeleted(orderId))
        book.complete = false;
    book.forgetDeleted(orderId);
    book.putOrder(std::move(order));
    change.orders.append({orderId, RowChange::Added, {}, std::nullopt});
}

void updateOrder(Book &book, const Order &known, const Event &event, Change &change)
{
    // What an import says of an order known only through its steps is always news.
    if (!known.stub && isOutdatedFor(known.touched, event))
        return;
    OrderChange update{known.orderId, RowChange::Updated, {}, std::nullopt};
    book.editOrder(known.orderId, [&](Order &order) {
        const bool begins = order.stub;
        assign(&update.fields, QStringLiteral("stub"), order.stub, false);
        assignFields(&update.fields, order, event, begins, book);
        if (!update.fields.isEmpty())
            order.touched = event.id;
        // Clients are not told of audiences, so `touched` must not depend on them.
        assign(&update.fields, QStringLiteral("groups"), order.audience,
               audienceAfter(event, order.audience));
        change.audienceAfter = order.audience;
    });
    if (update.fields.isEmpty())
        return;
    if (change.audienceAfter != change.audienceBefore)
        change.audienceOrderId = update.orderId;
    change.orders.append(std::move(update));
}

void deleteOrder(Book &book, const Order &known, const Event &event, Change &change)
{
    if (isOutdatedFor(known.touched, event))
        return;
    const CrmId orderId = known.orderId;
    change.orders.append({orderId, RowChange::Removed, {}, book.takeOrder(orderId)});
    book.rememberDeleted(orderId);
}

/// An import that describes a moment before the deletion must not bring the order back.
bool bringsBackDeleted(const Book &book, const CrmId &orderId, const Event &event)
{
    return book.wasDeleted(orderId) && event.isImported()
        && event.data.contains(QLatin1StringView("as_of"));
}

} // namespace

void orderRule(Book &book, const Event &event, Change &change)
{
    const CrmId orderId = idOf(event, QLatin1StringView("order_id"));
    if (orderId.isNull())
        return;
    const Order *known = book.order(orderId);
    if (known)
        change.audienceBefore = change.audienceAfter = known->audience;

    if (isDeletion(event)) {
        if (known)
            deleteOrder(book, *known, event, change);
        return;
    }
    if (!known && bringsBackDeleted(book, orderId, event)) {
        change.refused = true;
        return;
    }
    if (known)
        updateOrder(book, *known, event, change);
    else
        addOrder(book, orderId, event, change);
    if (event.isImported())
        importSteps(book, orderId, event, change);
}

} // namespace pressboard::rules
