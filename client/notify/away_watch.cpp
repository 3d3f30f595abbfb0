// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/away_watch.h"

namespace pressboard::client {

AwayWatch::Word AwayWatch::update(bool stale, OptionalMoment asOf, std::chrono::milliseconds now)
{
    if (!stale) {
        if (m_awaySince || !m_wasLive)
            m_return = Return{m_asOf, m_awaySince ? now - *m_awaySince : now - now, m_told};
        m_wasLive = true;
        m_planned = false;
        m_told = false;
        m_awaySince.reset();
        m_asOf.reset();
        return Word::None;
    }
    if (!m_awaySince)
        m_awaySince = now;
    if (!m_asOf)
        m_asOf = asOf;
    if (!m_wasLive || m_told || now - *m_awaySince < patience)
        return Word::None;
    m_told = true;
    return m_planned ? Word::Stopped : Word::Lost;
}

} // namespace pressboard::client
