// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/numbers_pacer.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace pressboard::server {

void NumbersPacer::told(const QJsonObject &numbers)
{
    if (numbers != m_sent)
        m_othersTold = true;
}

std::chrono::milliseconds NumbersPacer::rest(std::chrono::milliseconds now) const
{
    using std::chrono::milliseconds;
    if (!m_sentAt)
        return milliseconds(0);
    return std::max(milliseconds(0), *m_sentAt + limits::numbersInterval - now);
}

bool NumbersPacer::offer(const QJsonObject &numbers, std::chrono::milliseconds now)
{
    if (numbers == m_sent && !m_othersTold)
        return false;
    m_sent = numbers;
    m_sentAt = now;
    m_othersTold = false;
    return true;
}

} // namespace pressboard::server
