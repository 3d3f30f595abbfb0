// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_cells.h"

#include "client/models/custom_words.h"
#include "client/models/format.h"
#include "client/models/order_number.h"

#include <QCoreApplication>

namespace pressboard::client::cells {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::cells)
};

QString heldAt(const BoardRow &row)
{
    return QStringLiteral("%1 %2").arg(row.stepName, format::heldFor(row)).trimmed();
}

QDateTime local(OptionalMoment moment, const QTimeZone &zone)
{
    return moment ? QDateTime::fromMSecsSinceEpoch(moment->time_since_epoch().count(), zone)
                  : QDateTime();
}

/// Notes have lines; a cell has one.
QString oneLine(const QString &text)
{
    return text.simplified();
}

QString progress(const BoardRow &row)
{
    return row.progress.total > 0 ? format::progress(row.progress) : QString();
}

/// One that the shop has no more is nothing.
CustomField fieldOf(OrderColumn column, const QList<CustomField> &fields)
{
    return fields.value(customFieldOf(column).value_or(-1));
}

CustomValue valueOf(const CustomField &field, const Subject &subject)
{
    return subject.order.custom->value(field.name);
}

} // namespace

QString title(OrderColumn column, const QList<CustomField> &fields)
{
    if (customFieldOf(column))
        return fieldOf(column, fields).title;
    switch (column) {
    case OrderColumn::Due:
        return Words::tr("Due");
    case OrderColumn::OrderNo:
        return Words::tr("Order no.");
    case OrderColumn::Customer:
        return Words::tr("Customer");
    case OrderColumn::Product:
        return Words::tr("Product");
    case OrderColumn::Quantity:
        return Words::tr("Quantity");
    case OrderColumn::HeldAt:
        return Words::tr("Now at");
    case OrderColumn::Status:
        return Words::tr("Status");
    case OrderColumn::Progress:
        return Words::tr("Progress");
    case OrderColumn::JobTicket:
        return Words::tr("Job ticket");
    case OrderColumn::SalesRep:
        return Words::tr("Sales rep");
    case OrderColumn::Ordered:
        return Words::tr("Ordered");
    case OrderColumn::PrintType:
        return Words::tr("Print type");
    case OrderColumn::Note:
        return Words::tr("Note");
    }
    return {};
}

QString text(OrderColumn column, const Subject &subject)
{
    const auto &[order, row, zone, fields] = subject;
    if (customFieldOf(column)) {
        const CustomField field = fieldOf(column, fields);
        return oneLine(format::customValue(field, valueOf(field, subject)));
    }
    switch (column) {
    case OrderColumn::Due:
        return format::due(row);
    case OrderColumn::OrderNo:
        return format::orderNumber(order);
    case OrderColumn::Customer:
        return order.customerName;
    case OrderColumn::Product:
        return order.productName;
    case OrderColumn::Quantity:
        return format::quantity(order.quantity, order.unit);
    case OrderColumn::HeldAt:
        return heldAt(row);
    case OrderColumn::Status:
        return format::status(order.status, order.statusDisplay);
    case OrderColumn::Progress:
        return progress(row);
    case OrderColumn::JobTicket:
        return order.workOrderNo;
    case OrderColumn::SalesRep:
        return order.salesman;
    case OrderColumn::Ordered:
        return format::date(local(order.orderDate, zone).date());
    case OrderColumn::PrintType:
        return format::printType(order.printType);
    case OrderColumn::Note:
        return oneLine(order.note);
    }
    return {};
}

bool isNumber(OrderColumn column)
{
    return column == OrderColumn::Quantity || column == OrderColumn::Progress;
}

TableRow exportTitles(OrderColumn column, const QList<CustomField> &fields)
{
    if (column == OrderColumn::Quantity)
        return {title(column), Words::tr("Unit")};
    return {title(column, fields)};
}

TableRow exportCells(OrderColumn column, const Subject &subject)
{
    const Order &order = subject.order;
    constexpr auto value = TableCell::Kind::Value;
    if (customFieldOf(column)) {
        const CustomField field = fieldOf(column, subject.fields);
        const bool isReckoned =
            field.type == CustomField::Type::Number || field.type == CustomField::Type::Date;
        return {{plainText(valueOf(field, subject)), isReckoned ? value : TableCell::Kind::Text}};
    }
    switch (column) {
    case OrderColumn::Due:
        return {{order.deliveryDate.toString(Qt::ISODate), value}};
    case OrderColumn::Quantity:
        return {{order.quantity ? QString::number(*order.quantity) : QString(), value}, order.unit};
    case OrderColumn::Ordered:
        return {{local(order.orderDate, subject.zone).date().toString(Qt::ISODate), value}};
    case OrderColumn::Note:
        return {order.note};
    default:
        return {text(column, subject)};
    }
}

} // namespace pressboard::client::cells
