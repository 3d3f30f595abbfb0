// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/apply.h"
#include "shared/state/snapshot.h"

namespace pressboard {
namespace {

/// Both rows in the wire's form, member by member. Steps and `touched` are no fields.
QList<FieldChange> differences(QJsonObject before, QJsonObject after)
{
    for (QJsonObject *row : {&before, &after}) {
        row->remove(QLatin1StringView("steps"));
        row->remove(QLatin1StringView("touched"));
    }
    const auto valueOf = [](const QJsonObject &row, const QString &key) {
        const QJsonValue value = row.value(key);
        return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    };
    QList<FieldChange> fields;
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        const QJsonValue now = valueOf(after, it.key());
        if (now != *it)
            fields.append({it.key(), *it, now});
    }
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        if (!before.contains(it.key()))
            fields.append({it.key(), QJsonValue(QJsonValue::Null), *it});
    }
    return fields;
}

void compareSteps(const Order &before, const Order &after, Change &change)
{
    const qint64 orderId = after.orderId;
    for (const Step &step : before.steps) {
        if (!after.step(step.progressId))
            change.steps.append({orderId, step.progressId, RowChange::Removed, {}, step});
    }
    for (const Step &step : after.steps) {
        const Step *earlier = before.step(step.progressId);
        const auto kind = earlier ? RowChange::Updated : RowChange::Added;
        const auto fields = earlier ? differences(toJson(*earlier), toJson(step))
                                    : QList<FieldChange>();
        if (!earlier || !fields.isEmpty())
            change.steps.append({orderId, step.progressId, kind, fields, std::nullopt});
    }
}

void compareOrders(const std::optional<Order> &before, const Order &after, Change &change)
{
    const auto kind = before ? RowChange::Updated : RowChange::Added;
    const auto fields = before ? differences(toJson(*before), toJson(after))
                               : QList<FieldChange>();
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

Change applyGone(Book &book, StreamId id, qint64 orderId)
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
