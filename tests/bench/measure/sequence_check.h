// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace pressboard::bench {

/// Is a client's stream complete and in order? Sequence numbers grow by one.
class SequenceCheck
{
public:
    enum class Verdict { InOrder, Duplicate, Gap };

    void expect(std::uint64_t next) { m_next = next; }
    std::uint64_t next() const { return m_next; }

    /// After a gap the check goes on behind it; lost() says how many were skipped.
    Verdict check(std::uint64_t sequence)
    {
        m_lost = sequence > m_next ? sequence - m_next : 0;
        if (sequence < m_next)
            return Verdict::Duplicate;
        m_next = sequence + 1;
        return m_lost > 0 ? Verdict::Gap : Verdict::InOrder;
    }
    std::uint64_t lost() const { return m_lost; } ///< by the event taken last

private:
    std::uint64_t m_next = 1;
    std::uint64_t m_lost = 0;
};

} // namespace pressboard::bench
