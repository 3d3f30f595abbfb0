// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/notice.h"
#include "shared/state/order.h"

namespace pressboard::protocol {

// Orders and notices as clients get them. Who else sees them is no client's business, nor who
// published them, unless a client needs it to know whose key it is.

inline Order clientRow(Order row)
{
    row.audience = {};
    return row;
}

inline Notice clientRow(Notice row)
{
    row.audience = {};
    if (row.key().isEmpty())
        row.publisher.clear();
    return row;
}

} // namespace pressboard::protocol
