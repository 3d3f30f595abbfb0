// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pressboard::server {

/// So many at once, so many a second after that.
class RateLimit
{
public:
    RateLimit(double burst, double perSecond);
    /// Uses up so many at a monotonic time; false, and none is used up, when there are not as many
    /// left.
    bool tryAcquire(std::chrono::milliseconds now, double amount = 1);

    /// Uses up what was done already, also more than is left: that is owed, up to the burst.
    void charge(std::chrono::milliseconds now, double amount);
    bool isUsedUp(std::chrono::milliseconds now) const { return leftAt(now) <= 0; }
    bool isFull(std::chrono::milliseconds now) const { return leftAt(now) >= m_burst; }

private:
    double leftAt(std::chrono::milliseconds now) const;

    double m_burst;
    double m_perMillisecond;
    double m_left;
    std::chrono::milliseconds m_last{0};
};

} // namespace pressboard::server
