// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_sort.h"

#include "client/models/board_entry.h"
#include "client/search/pinyin_initials.h"
#include "shared/state/views.h"

#include <bit>
#include <limits>

namespace pressboard::client {
namespace {

constexpr int present = 0;
constexpr int missing = 9;

OrderSortKey byNumber(std::optional<qint64> number)
{
    return number ? OrderSortKey{present, *number, {}} : OrderSortKey{missing, 0, {}};
}

OrderSortKey byText(const QString &text)
{
    return {text.isEmpty() ? missing : present, 0, text};
}

OrderSortKey byName(const QString &name)
{
    return byText(name.isEmpty() ? QString() : pinyinInitials(name) + u'\n' + name);
}

/// In the order of the numbers, though it is none of them.
qint64 rankOf(double number)
{
    const auto bits = std::bit_cast<qint64>(number);
    return bits < 0 ? bits ^ std::numeric_limits<qint64>::max() : bits;
}

/// Dates sort as their texts do.
OrderSortKey byCustom(const CustomValue &value)
{
    if (const double *number = value.number())
        return byNumber(rankOf(*number));
    return byName(value.text() ? *value.text() : QString());
}

OrderSortKey byMoment(OptionalMoment moment)
{
    return moment ? byNumber(moment->time_since_epoch().count()) : byNumber(std::nullopt);
}

OrderSortKey byDue(const Order &order)
{
    const bool hasDate = order.deliveryDate.isValid();
    const qint64 day = hasDate ? order.deliveryDate.toJulianDay() : 0;
    if (order.isOpen())
        return {hasDate ? 0 : 1, day, {}};
    return {hasDate ? 2 : 3, -day, {}};
}

/// The same step together, what waits or runs there longest first.
OrderSortKey byHeldStep(const Order &order, const QSet<QString> &joinSteps)
{
    const BoardEntry entry = heldEntry(order, joinSteps);
    OrderSortKey key = byName(entry.row.stepName);
    key.number = entry.since ? entry.since->time_since_epoch().count() : 0;
    return key;
}

OrderSortKey byProgress(const Order &order)
{
    const Progress steps = progress(order);
    if (steps.total == 0)
        return byNumber(std::nullopt);
    return byNumber(qint64(steps.finished) * 1000 / steps.total);
}

} // namespace

OrderSortKey sortKeyOf(const Order &order, OrderColumn column, const QSet<QString> &joinSteps,
                       const QList<CustomField> &fields)
{
    if (const auto field = customFieldOf(column))
        return byCustom(order.custom->value(fields.value(*field).name));
    switch (column) {
    case OrderColumn::Due:
        return byDue(order);
    case OrderColumn::OrderNo:
        return byText(order.orderNo);
    case OrderColumn::Customer:
        return byName(order.customerName);
    case OrderColumn::Product:
        return byName(order.productName);
    case OrderColumn::Quantity:
        return byNumber(order.quantity);
    case OrderColumn::HeldAt:
        return byHeldStep(order, joinSteps);
    case OrderColumn::Status:
        return byNumber(qint64(order.status));
    case OrderColumn::Progress:
        return byProgress(order);
    case OrderColumn::JobTicket:
        return byText(order.workOrderNo);
    case OrderColumn::SalesRep:
        return byName(order.salesman);
    case OrderColumn::Ordered:
        return byMoment(order.orderDate);
    case OrderColumn::PrintType:
        return byNumber(qint64(order.printType));
    case OrderColumn::Note:
        return byText(order.note);
    }
    return {};
}

int compare(const OrderSortKey &a, const OrderSortKey &b, Qt::SortOrder direction)
{
    if (a.rank != b.rank)
        return a.rank < b.rank ? -1 : 1;
    const int texts = QString::compare(a.text, b.text);
    const int numbers = a.number < b.number ? -1 : int(a.number > b.number);
    const int natural = texts != 0 ? texts : numbers;
    return direction == Qt::AscendingOrder ? natural : -natural;
}

} // namespace pressboard::client
