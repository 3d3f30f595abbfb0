// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_clock.h"

#include "server/logging/logging.h"

namespace pressboard::server {

LogClock::LogClock(const Clock &machine)
    : m_machine(machine)
{
}

void LogClock::adopt(Moment now)
{
    const auto ahead = now - m_machine.now();
    if (std::chrono::abs(ahead - m_ahead) < waver)
        return;
    const bool wasDoubtful = isDoubtful();
    m_ahead = ahead;
    if (isDoubtful() && !wasDoubtful)
        qCWarning(lcLog).noquote() << doubt();
    else if (wasDoubtful && !isDoubtful())
        qCInfo(lcLog) << "this machine's clock and Redis' agree again";
}

bool LogClock::isDoubtful() const
{
    return std::chrono::abs(m_ahead) > tolerance;
}

QString LogClock::doubt() const
{
    if (!isDoubtful())
        return {};
    return QStringLiteral(
               "This machine's clock says %1, Redis' says %2: set the one that is wrong. "
               "Redis' counts; no finished order is retired meanwhile.")
        .arg(toWire(std::chrono::floor<std::chrono::seconds>(m_machine.now())),
             toWire(std::chrono::floor<std::chrono::seconds>(now())));
}

} // namespace pressboard::server
