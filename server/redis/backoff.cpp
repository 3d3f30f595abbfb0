// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/backoff.h"

#include <algorithm>

namespace pressboard::server::redis {

Backoff::Backoff(milliseconds first, milliseconds longest, quint32 seed)
    : m_first(first)
    , m_longest(longest)
    , m_next(first)
    , m_random(seed)
{
}

std::chrono::milliseconds Backoff::next()
{
    const auto whole = m_next;
    m_next = std::min(m_next * 2, m_longest);
    std::uniform_int_distribution<milliseconds::rep> less(0, whole.count() / 4);
    return whole - milliseconds(less(m_random));
}

} // namespace pressboard::server::redis
