// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_columns.h"

#include <algorithm>
#include <numeric>

namespace pressboard::client {
namespace {

using Place = OrderColumns::Place;

struct Standard
{
    QLatin1StringView name; ///< in the settings
    int width;
    bool visible;
    int least; ///< for columns that give way and take what is left; 0: they keep their width
};

// By OrderColumn.
constexpr Standard standard[orderColumnCount] = {
    {QLatin1StringView("due"), 118, true, 0},
    {QLatin1StringView("order"), 120, true, 0},
    {QLatin1StringView("customer"), 140, true, 84},
    {QLatin1StringView("product"), 140, true, 84},
    {QLatin1StringView("quantity"), 92, true, 0},
    {QLatin1StringView("held-at"), 166, true, 96},
    {QLatin1StringView("status"), 96, false, 0},
    {QLatin1StringView("progress"), 72, false, 0},
    {QLatin1StringView("job-ticket"), 112, false, 0},
    {QLatin1StringView("sales-rep"), 80, false, 0},
    {QLatin1StringView("ordered"), 80, false, 0},
    {QLatin1StringView("print-type"), 100, false, 0},
    {QLatin1StringView("note"), 200, false, 84},
};

constexpr Standard standardField{QLatin1StringView(), 120, false, 84};
constexpr QLatin1StringView fieldPrefix{"field."};

const Standard &standardOf(OrderColumn column)
{
    return customFieldOf(column) ? standardField : standard[size_t(column)];
}

std::optional<Place> placeFrom(QStringView text, const QStringList &fields)
{
    const bool visible = !text.startsWith(u'-');
    const QStringView rest = visible ? text : text.mid(1);
    const qsizetype colon = rest.indexOf(u':');
    const auto column = OrderColumns::named(colon < 0 ? rest : rest.left(colon), fields);
    if (!column)
        return std::nullopt;
    const int width = colon < 0 ? 0 : rest.mid(colon + 1).toInt();
    return Place{*column,
                 width <= 0 ? standardOf(*column).width
                            : std::clamp(width, OrderColumns::leastWidth, OrderColumns::mostWidth),
                 visible};
}

bool has(const QList<Place> &places, OrderColumn column)
{
    return std::any_of(places.begin(), places.end(),
                       [column](const Place &place) { return place.column == column; });
}

/// How much of `amount` each flexible column takes, in proportion to what it has to offer.
void share(QList<int> &widths, const QList<int> &offers, int amount)
{
    int total = std::accumulate(offers.begin(), offers.end(), 0);
    for (qsizetype i = 0; i < widths.size() && total > 0; ++i) {
        const int part = int(qint64(amount) * offers.at(i) / total);
        widths[i] += part;
        amount -= part; // so that rounding leaves nothing over
        total -= offers.at(i);
    }
}

} // namespace

OrderColumns::OrderColumns(const QStringList &fields)
    : m_fields(fields)
{
    for (int i = 0; i < orderColumnCount + int(fields.size()); ++i) {
        const Standard &usual = standardOf(OrderColumn(i));
        m_places.append({OrderColumn(i), usual.width, usual.visible});
    }
}

QString OrderColumns::nameOf(OrderColumn column, const QStringList &fields)
{
    const auto field = customFieldOf(column);
    return field ? fieldPrefix + fields.value(*field) : QString(standardOf(column).name);
}

std::optional<OrderColumn> OrderColumns::named(QStringView name, const QStringList &fields)
{
    if (name.startsWith(fieldPrefix)) {
        const qsizetype field = fields.indexOf(name.mid(fieldPrefix.size()));
        return field < 0 ? std::nullopt : std::optional(customColumn(int(field)));
    }
    for (int i = 0; i < orderColumnCount; ++i) {
        if (name == standard[size_t(i)].name)
            return OrderColumn(i);
    }
    return std::nullopt;
}

OrderColumns OrderColumns::fromText(const QString &text, const QStringList &fields)
{
    OrderColumns columns(fields);
    QList<Place> places;
    for (const QStringView part : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<Place> place = placeFrom(part, fields);
        if (place && !has(places, place->column))
            places.append(*place);
    }
    if (std::none_of(places.begin(), places.end(), [](const Place &p) { return p.visible; }))
        return columns;
    for (Place place : columns.m_places) {
        place.visible = false;
        if (!has(places, place.column))
            places.append(place);
    }
    columns.m_places = places;
    return columns;
}

QString OrderColumns::toText() const
{
    QStringList parts;
    for (const Place &place : m_places) {
        parts.append(QStringLiteral("%1%2:%3")
                         .arg(place.visible ? QString() : QStringLiteral("-"),
                              nameOf(place.column, m_fields))
                         .arg(place.width));
    }
    return parts.join(u' ');
}

QList<OrderColumn> OrderColumns::shown() const
{
    QList<OrderColumn> columns;
    for (const Place &place : m_places) {
        if (place.visible)
            columns.append(place.column);
    }
    return columns;
}

bool OrderColumns::isVisible(OrderColumn column) const
{
    return shown().contains(column);
}

OrderColumns::Place &OrderColumns::placeOf(OrderColumn column)
{
    return *std::find_if(m_places.begin(), m_places.end(),
                         [column](const Place &place) { return place.column == column; });
}

void OrderColumns::setVisible(OrderColumn column, bool visible)
{
    if (!visible && shown() == QList<OrderColumn>{column})
        return;
    placeOf(column).visible = visible;
}

void OrderColumns::setWidth(OrderColumn column, int width)
{
    placeOf(column).width = std::clamp(width, leastWidth, mostWidth);
}

void OrderColumns::move(int from, int to)
{
    m_places.move(from, to);
}

QList<int> OrderColumns::fitted(int room, std::optional<OrderColumn> kept) const
{
    QList<int> widths;
    QList<int> gains;
    QList<int> losses;
    int used = 0;
    for (const Place &place : m_places) {
        const int width = place.visible ? place.width : 0;
        const int least = standardOf(place.column).least;
        const bool flexible = place.visible && least > 0 && place.column != kept;
        widths.append(width);
        gains.append(flexible ? width : 0);
        losses.append(flexible ? std::max(0, width - least) : 0);
        used += width;
    }
    if (room >= used) {
        share(widths, gains, room - used);
    } else {
        const int most = std::accumulate(losses.begin(), losses.end(), 0);
        share(widths, losses, -std::min(used - room, most));
    }
    return widths;
}

} // namespace pressboard::client
