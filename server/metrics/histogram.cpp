// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogram.h"

#include <algorithm>
#include <numeric>

namespace pressboard::server {

void Histogram::note(std::chrono::microseconds time, quint64 times)
{
    time = std::max(time, std::chrono::microseconds(0));
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), time) - bounds.begin();
    m_counts[std::size_t(bucket)] += times;
    m_count += times;
    m_sum += time * qint64(times);
}

std::array<quint64, Histogram::bounds.size() + 1> Histogram::cumulated() const
{
    std::array<quint64, bounds.size() + 1> sums{};
    std::partial_sum(m_counts.begin(), m_counts.end(), sums.begin());
    return sums;
}

} // namespace pressboard::server
