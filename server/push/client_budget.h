// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/rate_limit.h"

#include <QLatin1StringView>

#include <chrono>

namespace pressboard::server {

struct SessionLimits;

/// What a client may take of the server: messages, bytes, our time, and what only some messages
/// cost. One for each client, and a larger one for all clients of a user together, so that a user
/// gets no more by coming often.
class ClientBudget
{
public:
    enum class Bound {
        Messages, ///< and frames that are only parts of one
        Bytes, ///< of messages
        Control, ///< bytes of control frames
        Work, ///< milliseconds of ours
        Publishes,
        Hellos, ///< after the first
    };

    /// So many times what one client may take.
    explicit ClientBudget(const SessionLimits &limits, int share = 1);

    /// Uses up so much at a monotonic time; false, and nothing is used up, when there is not as
    /// much left.
    bool trySpend(Bound bound, std::chrono::milliseconds now, double amount = 1);
    /// What was done already, and is known afterwards. Whoever has used it up waits.
    void charge(Bound bound, std::chrono::milliseconds now, double amount);
    bool isUsedUp(Bound bound, std::chrono::milliseconds now);
    /// All there is to have is there again: forgetting it makes no difference.
    bool isFull(std::chrono::milliseconds now) const;

    /// The setting that moves a bound; "" where none does.
    static QLatin1StringView settingOf(Bound bound);

private:
    RateLimit &limitOf(Bound bound);

    RateLimit m_messages;
    RateLimit m_bytes;
    RateLimit m_control;
    RateLimit m_work;
    RateLimit m_publishes;
    RateLimit m_hellos;
};

} // namespace pressboard::server
