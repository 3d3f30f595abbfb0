// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// By what a list is sorted. Rows that are equal in it, or have nothing to say, stand as they
/// would by themselves.
struct RowSort
{
    enum class By {
        Itself, ///< as the list was meant: by due date, the latest completed first
        Due,
        OrderNo,
        Customer,
        Step,
        Operator,
        Previous, ///< 上道
        Since, ///< what runs or waits longest comes first
        Progress,
        Early,
    };
    By by = By::Itself;
    bool descending = false;

    bool operator==(const RowSort &) const = default;
};

} // namespace pressboard::client
