// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/column_data.h"

#include <algorithm>

namespace pressboard::client {

double ColumnData::highest() const
{
    if (top > 0)
        return top;
    double most = 1; // an empty chart has a height, too
    for (qsizetype i = 0; i < columns.size(); ++i) {
        double sum = 0;
        for (const Stack &stack : stacks)
            sum += stack.values.at(i);
        most = std::max(most, sum);
    }
    for (const double value : line)
        most = std::max(most, value);
    return most;
}

} // namespace pressboard::client
