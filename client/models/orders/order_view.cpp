// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_view.h"

#include "client/models/orders/order_columns.h"

namespace pressboard::client {

namespace {

constexpr QLatin1StringView dueNames[] = {
    // By DueFilter.
    QLatin1StringView("any"), QLatin1StringView("urgent"), QLatin1StringView("overdue"),
    QLatin1StringView("today"), QLatin1StringView("3-days")};
constexpr QLatin1StringView typeNames[] = {
    // By PrintType.
    QLatin1StringView("unknown"), QLatin1StringView("cover"), QLatin1StringView("content"),
    QLatin1StringView("cover-content")};

template<size_t count>
std::optional<int> placeOf(QStringView name, const QLatin1StringView (&names)[count])
{
    for (size_t i = 0; i < count; ++i) {
        if (name == names[i])
            return int(i);
    }
    return std::nullopt;
}

void readStatus(OrderView &view, QStringView value)
{
    const int status = value.toInt();
    if (status >= int(OrderStatus::Pending) && status <= int(OrderStatus::Cancelled))
        view.filter.status = OrderStatus(status);
}

void readSorting(OrderView &view, QStringView value, const QStringList &fields)
{
    const bool descending = value.startsWith(u'-');
    if (const auto column = OrderColumns::named(descending ? value.mid(1) : value, fields))
        view.sorting = {*column, descending ? Qt::DescendingOrder : Qt::AscendingOrder};
}

void readPart(OrderView &view, QStringView name, QStringView value, const QStringList &fields)
{
    if (name == u"status")
        readStatus(view, value);
    else if (name == u"sort")
        readSorting(view, value, fields);
    else if (const auto type = placeOf(value, typeNames); name == u"type" && type.value_or(0) > 0)
        view.filter.printType = PrintType(*type);
    else if (const auto due = placeOf(value, dueNames); name == u"due" && due)
        view.filter.due = DueFilter(*due);
}

} // namespace

QString OrderView::toText(const QStringList &fields) const
{
    QStringList parts;
    if (filter.status)
        parts.append(QStringLiteral("status:%1").arg(int(*filter.status)));
    if (filter.printType)
        parts.append(QStringLiteral("type:") + typeNames[size_t(*filter.printType)]);
    if (filter.due != DueFilter::Any)
        parts.append(QStringLiteral("due:") + dueNames[size_t(filter.due)]);
    if (sorting != OrderSorting()) {
        const bool descending = sorting.direction == Qt::DescendingOrder;
        parts.append(QStringLiteral("sort:") + (descending ? u"-"_qs : QString())
                     + OrderColumns::nameOf(sorting.column, fields));
    }
    return parts.join(u' ');
}

OrderView OrderView::fromText(const QString &text, const QStringList &fields)
{
    OrderView view;
    for (const QStringView part : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        if (colon > 0)
            readPart(view, part.left(colon), part.mid(colon + 1), fields);
    }
    return view;
}

} // namespace pressboard::client
