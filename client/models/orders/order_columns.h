// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_column.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::client {

/// Which columns the orders page shows, in which order and how wide: what a user arranges and the
/// settings remember. Widths are design pixels.
class OrderColumns
{
public:
    struct Place
    {
        OrderColumn column = OrderColumn::Due;
        int width = 0;
        bool visible = true;
        bool operator==(const Place &) const = default;
    };

    static constexpr int leastWidth = 40;
    static constexpr int mostWidth = 800;

    /// As somebody finds them who never arranged anything. `fields` are the names of the shop's own
    /// ones; they are hidden at first.
    explicit OrderColumns(const QStringList &fields = {});
    /// What a column is called in the settings.
    static QString nameOf(OrderColumn column, const QStringList &fields = {});
    static std::optional<OrderColumn> named(QStringView name, const QStringList &fields = {});

    /// "due:64 customer:150 -note:200 field.paper:120"; a minus hides. Read kindly: what is unknown
    /// is left out, what is missing stands hidden at the end, and nonsense is the standard.
    static OrderColumns fromText(const QString &text, const QStringList &fields = {});
    QString toText() const;

    const QList<Place> &places() const { return m_places; }
    /// The visible ones, left to right.
    QList<OrderColumn> shown() const;
    bool isVisible(OrderColumn column) const;

    /// The last visible column stays.
    void setVisible(OrderColumn column, bool visible);
    void setWidth(OrderColumn column, int width);
    void move(int from, int to);

    /// How wide each of places() is in so much room: columns of names share what is left over and
    /// give way where there is too little, down to a width that still says something. Hidden: 0.
    /// `kept` keeps its width: somebody is just widening it.
    QList<int> fitted(int room, std::optional<OrderColumn> kept = {}) const;

    bool operator==(const OrderColumns &) const = default;

private:
    Place &placeOf(OrderColumn column);

    QStringList m_fields;
    QList<Place> m_places; ///< each column once
};

} // namespace pressboard::client
