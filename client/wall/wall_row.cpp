// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_row.h"

#include "client/bigscreen/short_words.h"

namespace pressboard::client {

namespace {

QString customerAs(WallSetup::Customers shown, const QString &name)
{
    switch (shown) {
    case WallSetup::Customers::Full:
        return name;
    case WallSetup::Customers::Short:
        return short_words::customer(name);
    case WallSetup::Customers::Hidden:
        break;
    }
    return {};
}

} // namespace

WallRow wallRow(const BoardRow &row, int sharedPrefix, WallSetup::Customers customers)
{
    return {row.mustStop ? DueTier::Overdue : row.due, // the same red
            row.mustStop,
            short_words::due(row),
            row.orderNo.mid(sharedPrefix),
            customerAs(customers, row.customer),
            short_words::product(row.product),
            short_words::step(row.stepName),
            row.operatorName,
            short_words::elapsed(row.elapsed)};
}

} // namespace pressboard::client
