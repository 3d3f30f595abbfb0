// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_filter.h"
#include "client/models/row_sort.h"

namespace pressboard::client {

/// How a list is filtered and sorted.
struct RowView
{
    RowFilter filter;
    RowSort sort;

    bool operator==(const RowView &) const = default;
};

} // namespace pressboard::client
