// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_sort.h"

#include <QCollator>

#include <optional>

namespace pressboard::client {

struct BoardEntry;

/// Where a row stands by the column its list is sorted by. Made once per row, because comparing
/// Chinese names by their sound costs too much to do it at each step of a search.
class SortColumn
{
public:
    SortColumn() = default;
    SortColumn(const BoardEntry &entry, const RowSort &sort);

    /// Negative: before the other; 0: the column does not say.
    int compare(const SortColumn &other) const;

private:
    std::optional<qint64> m_number; ///< nothing to say stands last, in both directions
    std::optional<QCollatorSortKey> m_text;
    bool m_descending = false;
};

} // namespace pressboard::client
