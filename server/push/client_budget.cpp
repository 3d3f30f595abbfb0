// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/client_budget.h"

#include "server/push/session_limits.h"

namespace pressboard::server {

/// In doubles: what stands for "no bound" does not come round.
static RateLimit shareOf(double burst, double perSecond, int share)
{
    return RateLimit(burst * share, perSecond * share);
}

ClientBudget::ClientBudget(const SessionLimits &limits, int share)
    : m_messages(shareOf(limits.messagesBurst, limits.messagesPerSecond, share))
    , m_bytes(shareOf(limits.bytesBurst, limits.bytesPerSecond, share))
    , m_control(shareOf(limits.controlBytesBurst, limits.controlBytesPerSecond, share))
    , m_work(shareOf(limits.workBurst, limits.workPerSecond, share))
    , m_publishes(shareOf(limits.publishesBurst, limits.publishesPerSecond, share))
    , m_hellos(shareOf(limits.hellosBurst, limits.hellosPerMinute / 60, share))
{
}

RateLimit &ClientBudget::limitOf(Bound bound)
{
    switch (bound) {
    case Bound::Messages:
        return m_messages;
    case Bound::Bytes:
        return m_bytes;
    case Bound::Control:
        return m_control;
    case Bound::Work:
        return m_work;
    case Bound::Publishes:
        return m_publishes;
    case Bound::Hellos:
        break;
    }
    return m_hellos;
}

bool ClientBudget::trySpend(Bound bound, std::chrono::milliseconds now, double amount)
{
    return limitOf(bound).tryAcquire(now, amount);
}

void ClientBudget::charge(Bound bound, std::chrono::milliseconds now, double amount)
{
    limitOf(bound).charge(now, amount);
}

bool ClientBudget::isUsedUp(Bound bound, std::chrono::milliseconds now)
{
    return limitOf(bound).isUsedUp(now);
}

bool ClientBudget::isFull(std::chrono::milliseconds now) const
{
    return m_messages.isFull(now) && m_bytes.isFull(now) && m_control.isFull(now)
        && m_work.isFull(now) && m_publishes.isFull(now) && m_hellos.isFull(now);
}

QLatin1StringView ClientBudget::settingOf(Bound bound)
{
    switch (bound) {
    case Bound::Messages:
        return QLatin1StringView("messages-per-s");
    case Bound::Bytes:
        return QLatin1StringView("bytes-per-s");
    case Bound::Work:
        return QLatin1StringView("work-ms-per-s");
    case Bound::Publishes:
        return QLatin1StringView("publishes-per-s");
    case Bound::Hellos:
        return QLatin1StringView("hellos-per-min");
    case Bound::Control:
        break;
    }
    return {};
}

} // namespace pressboard::server
