// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace pressboard::bench {

/// Below 128 ns each its own; above, the power of two and the six bits after the first.
std::size_t Histogram::bucketOf(std::uint64_t ns)
{
    const int shift = std::max(0, int(std::bit_width(ns)) - precisionBits - 1);
    return (std::size_t(shift) << precisionBits) + std::size_t(ns >> shift);
}

std::int64_t Histogram::upperEnd(std::size_t bucket)
{
    const std::size_t perPower = std::size_t(1) << precisionBits;
    if (bucket < 2 * perPower)
        return std::int64_t(bucket);
    const std::size_t shift = (bucket >> precisionBits) - 1;
    return std::int64_t(((bucket - (shift << precisionBits) + 1) << shift) - 1);
}

void Histogram::add(std::int64_t ns)
{
    const std::size_t bucket = bucketOf(std::uint64_t(std::max<std::int64_t>(0, ns)));
    ++m_buckets[std::min(bucket, m_buckets.size() - 1)];
    ++m_count;
    m_max = std::max(m_max, ns);
}

std::int64_t Histogram::percentile(double share) const
{
    const auto wanted = std::uint64_t(std::ceil(share * double(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= wanted && seen > 0)
            return std::min(upperEnd(bucket), m_max);
    }
    return m_max;
}

} // namespace pressboard::bench
