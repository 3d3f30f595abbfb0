// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/shop_steps.h"

#include <algorithm>
#include <tuple>

namespace pressboard::client {

namespace {

/// Where in an order a step usually stands.
struct Place
{
    qint64 sum = 0;
    qint64 times = 0;

    double mean() const { return double(sum) / double(times); }
};

} // namespace

QStringList shopSteps(const Book &book)
{
    QHash<QString, Place> places;
    for (const Order &order : book.orders()) {
        for (const Step &step : order.steps) {
            Place &place = places[step.name];
            place.sum += step.order;
            ++place.times;
        }
    }
    QStringList names = places.keys();
    names.removeAll(QString());
    std::sort(names.begin(), names.end(), [&places](const QString &a, const QString &b) {
        return std::tuple(places.value(a).mean(), a) < std::tuple(places.value(b).mean(), b);
    });
    return names;
}

} // namespace pressboard::client
