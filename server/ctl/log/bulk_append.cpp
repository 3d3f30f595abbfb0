// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/bulk_append.h"

namespace pressboard::server::ctl {

BulkAppend::BulkAppend(redis::Connection &redis, redis::Keys keys)
    : m_publisher(redis, std::move(keys))
{
}

void BulkAppend::start(QList<Event> events)
{
    m_events = std::move(events);
    m_sent = 0;
    m_answered = 0;
    m_failed = false;
    if (m_events.isEmpty())
        Q_EMIT finished();
    else
        sendMore();
}

void BulkAppend::sendMore()
{
    while (m_sent < m_events.size() && m_sent - m_answered < window) {
        m_publisher.append(m_events.at(m_sent++),
                           [this](const Result<StreamId> &stored) { handleStored(stored); });
    }
}

void BulkAppend::handleStored(const Result<StreamId> &stored)
{
    if (m_failed)
        return; // the rest of the window after the first failure
    if (!stored) {
        m_failed = true;
        Q_EMIT failed(stored.error(), m_answered);
        return;
    }
    if (++m_answered == m_events.size())
        Q_EMIT finished();
    else
        sendMore();
}

} // namespace pressboard::server::ctl
