// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <random>

namespace pressboard::server::redis {

/// How long to wait before the next try: doubles from `first` to `longest`, less up to a quarter
/// at random, so that many who lost the same Redis do not come back in the same instant.
class Backoff
{
public:
    using milliseconds = std::chrono::milliseconds;

    Backoff(milliseconds first, milliseconds longest, quint32 seed);

    milliseconds next();
    void reset() { m_next = m_first; }

private:
    milliseconds m_first;
    milliseconds m_longest;
    milliseconds m_next;
    std::minstd_rand m_random;
};

} // namespace pressboard::server::redis
