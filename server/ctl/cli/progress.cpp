// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/progress.h"

#include <utility>

namespace pressboard::server::ctl {

namespace {

/// Back to the line's begin, and nothing to the right of it.
constexpr QLatin1StringView lineAnew{"\r\x1B[K"};

} // namespace

Progress::Progress(const Clock &clock, QTextStream &to, bool toTerminal)
    : m_clock(clock)
    , m_to(to)
    , m_toTerminal(toTerminal)
    , m_next(clock.monotonic() + silence)
{
}

void Progress::show(const QString &text)
{
    if (m_clock.monotonic() < m_next)
        return;
    m_next = m_clock.monotonic() + (m_toTerminal ? movesEach : lineEach);
    m_shown = true;
    if (m_toTerminal)
        m_to << lineAnew << text << Qt::flush;
    else
        m_to << text << Qt::endl;
}

void Progress::clear()
{
    if (std::exchange(m_shown, false) && m_toTerminal)
        m_to << lineAnew << Qt::flush;
}

} // namespace pressboard::server::ctl
