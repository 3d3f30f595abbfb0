// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/due_badge.h"

#include "client/models/format.h"

namespace pressboard::client {

Badge dueBadge(const BoardRow &row)
{
    Badge badge{format::due(row), Badge::Shape::Plain};
    if (row.due == DueTier::Overdue || row.mustStop)
        badge.shape = Badge::Shape::Filled;
    else if (row.due == DueTier::Today)
        badge.shape = Badge::Shape::Outlined;
    else if (row.due == DueTier::Within3Days)
        badge.shape = Badge::Shape::Ink;
    return badge;
}

} // namespace pressboard::client
