// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace pressboard::bench {

/// Counts durations in buckets that grow with them: every percentile is right to 1 in 64, from
/// nanoseconds to hours, in a fixed 20 KiB however many are counted.
class Histogram
{
public:
    void add(std::int64_t ns);
    void clear() { *this = {}; }

    std::uint64_t count() const { return m_count; }
    std::int64_t max() const { return m_max; }
    /// The least duration that at least this share (0 to 1) does not exceed; 0 when empty.
    std::int64_t percentile(double share) const;

private:
    static constexpr int precisionBits = 6; ///< of each power of two: 64 buckets
    static constexpr int powers = 40;
    static std::size_t bucketOf(std::uint64_t ns);
    static std::int64_t upperEnd(std::size_t bucket);

    std::array<std::uint64_t, std::size_t(powers) << precisionBits> m_buckets{};
    std::uint64_t m_count = 0;
    std::int64_t m_max = 0;
};

} // namespace pressboard::bench
