// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/end_proof.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

EndProof::EndProof(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &EndProof::overdue);
}

void EndProof::demand(StreamId claimed)
{
    m_end.reset();
    const bool isNew = !m_claimed;
    m_claimed = std::max(claimed, m_claimed.value_or(StreamId()));
    if (!m_timer.isActive())
        m_timer.start();
    if (isNew)
        Q_EMIT wanted();
}

void EndProof::onInspected(StreamId last, StreamId here)
{
    if (!m_claimed)
        return;
    if (!m_end)
        m_end = last;
    giveIfRead(here);
}

void EndProof::onRead(StreamId here)
{
    giveIfRead(here);
}

void EndProof::giveIfRead(StreamId here)
{
    if (!m_claimed || (here < *m_claimed && (!m_end || here < *m_end)))
        return;
    withdraw();
}

void EndProof::askAgain()
{
    m_end.reset();
}

void EndProof::withdraw()
{
    m_timer.stop();
    if (std::exchange(m_claimed, std::nullopt))
        Q_EMIT given();
}

} // namespace pressboard::server
