// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::protocol {

/// An order or a notice as clients get it. Who else sees it is no client's business.
template<typename Row> Row clientRow(Row row)
{
    row.audience = {};
    return row;
}

} // namespace pressboard::protocol
