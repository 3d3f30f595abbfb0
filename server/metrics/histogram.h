// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>

namespace pressboard::server {

/// How often something took how long, in fixed buckets. To note a time is to look for its bucket
/// and to add two integers, so it may stand where every event passes.
class Histogram
{
public:
    /// The upper end of each bucket, included; what is longer is in the last one, which has no end.
    /// Half a millisecond is one turn of a busy loop, ten seconds is a board that stands still.
    static constexpr std::array<std::chrono::microseconds, 14> bounds{
        std::chrono::microseconds(500),       std::chrono::microseconds(1'000),
        std::chrono::microseconds(2'500),     std::chrono::microseconds(5'000),
        std::chrono::microseconds(10'000),    std::chrono::microseconds(25'000),
        std::chrono::microseconds(50'000),    std::chrono::microseconds(100'000),
        std::chrono::microseconds(250'000),   std::chrono::microseconds(500'000),
        std::chrono::microseconds(1'000'000), std::chrono::microseconds(2'500'000),
        std::chrono::microseconds(5'000'000), std::chrono::microseconds(10'000'000)};

    /// A negative time, of two clocks that do not agree, counts as none.
    void note(std::chrono::microseconds time, quint64 times = 1);

    /// Those in the bucket and in all before it; the last is all there were.
    std::array<quint64, bounds.size() + 1> cumulated() const;
    quint64 count() const { return m_count; }
    std::chrono::microseconds sum() const { return m_sum; }

private:
    std::array<quint64, bounds.size() + 1> m_counts{};
    quint64 m_count = 0;
    std::chrono::microseconds m_sum{0};
};

} // namespace pressboard::server
