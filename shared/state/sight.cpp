// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/apply.h"
#include "shared/state/row_members.h"

namespace pressboard {
namespace {

const CustomValues &customOf(const Order &order)
{
    return *order.custom;
}

const CustomValues &customOf(const Step &step)
{
    return *step.details->custom;
}

void compareCustom(const CustomValues &before, const CustomValues &after,
                   QList<FieldChange> &fields)
{
    for (const CustomValues::Entry &entry : before.entries()) {
        if (const CustomValue now = after.value(entry.name); now != entry.value)
            fields.append({entry.name, wire::Value(entry.value), wire::Value(now)});
    }
    for (const CustomValues::Entry &entry : after.entries()) {
        if (before.value(entry.name).isNull())
            fields.append({entry.name, wire::Value(), wire::Value(entry.value)});
    }
}

template<typename Row> QList<FieldChange> differences(const Row &before, const Row &after)
{
    QList<FieldChange> fields;
    visitMembers(before, [&fields](const QString &name, const wire::Value &value) {
        fields.append({name, value, wire::Value()});
    });
    auto field = fields.begin();
    visitMembers(after,
                 [&field](const QString &, const wire::Value &value) { (field++)->after = value; });
    fields.removeIf([](const FieldChange &change) { return change.before == change.after; });
    compareCustom(customOf(before), customOf(after), fields);
    return fields;
}

void compareSteps(const Order &before, const Order &after, Change &change)
{
    const CrmId &orderId = after.orderId;
    for (const Step &step : before.steps) {
        if (!after.step(step.progressId))
            change.steps.append({orderId, step.progressId, RowChange::Removed, {}, step});
    }
    for (const Step &step : after.steps) {
        const Step *earlier = before.step(step.progressId);
        const auto kind = earlier ? RowChange::Updated : RowChange::Added;
        const auto fields = earlier ? differences(*earlier, step) : QList<FieldChange>();
        if (!earlier || !fields.isEmpty())
            change.steps.append({orderId, step.progressId, kind, fields, std::nullopt});
    }
}

void compareOrders(const std::optional<Order> &before, const Order &after, Change &change)
{
    const auto kind = before ? RowChange::Updated : RowChange::Added;
    const auto fields = before ? differences(*before, after) : QList<FieldChange>();
    if (!before || !fields.isEmpty())
        change.orders.append({after.orderId, kind, fields, std::nullopt});
    compareSteps(before.value_or(Order()), after, change);
}

} // namespace

Change applyOrder(Book &book, StreamId id, Order order)
{
    Change change;
    change.id = id;
    if (id < book.position)
        return change;
    change.advanced = true;
    compareOrders(book.takeOrder(order.orderId), order, change);
    book.forgetDeleted(order.orderId);
    book.putOrder(std::move(order));
    book.advanceTo(id);
    return change;
}

Change applyGone(Book &book, StreamId id, CrmId orderId)
{
    Change change;
    change.id = id;
    if (id < book.position)
        return change;
    change.advanced = true;
    if (std::optional<Order> order = book.takeOrder(orderId))
        change.orders.append({orderId, RowChange::Removed, {}, std::move(order)});
    book.advanceTo(id);
    return change;
}

} // namespace pressboard
