// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/stats_throttle.h"

#include "shared/base/limits.h"

#include <algorithm>

namespace pressboard::server {

void StatsThrottle::told(const QJsonObject &numbers)
{
    if (numbers != m_sent)
        m_othersTold = true;
}

std::chrono::milliseconds StatsThrottle::rest(std::chrono::milliseconds now) const
{
    using std::chrono::milliseconds;
    if (!m_sentAt)
        return milliseconds(0);
    return std::max(milliseconds(0), *m_sentAt + limits::numbersInterval - now);
}

bool StatsThrottle::offer(const QJsonObject &numbers, std::chrono::milliseconds now)
{
    if (numbers == m_sent && !m_othersTold)
        return false;
    m_sent = numbers;
    m_sentAt = now;
    m_othersTold = false;
    return true;
}

} // namespace pressboard::server
