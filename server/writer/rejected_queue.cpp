// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/rejected_queue.h"

#include "server/scripts/scripts.h"

namespace pressboard::server {

RejectedQueue::RejectedQueue(redis::Connection &commands, redis::Keys keys, const Lease &lease,
                             QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_lease(lease)
{
}

void RejectedQueue::add(const Rejected &entry)
{
    m_entries.push_back(entry);
    if (m_entries.size() > kept)
        m_entries.pop_front();
}

void RejectedQueue::writeHeard(const QString &reason, const QByteArray &head)
{
    m_commands.script(scripts::reject(), {m_keys.writer(), m_keys.rejected()},
                      {m_lease.value(), QByteArray::number(kept), "", reason.toUtf8(), head}, this,
                      [](const redis::Reply &) {});
}

void RejectedQueue::write()
{
    if (m_writing || m_entries.empty())
        return;
    m_writing = true;
    QByteArrayList arguments{m_lease.value(), QByteArray::number(kept)};
    for (const Rejected &entry : m_entries)
        arguments << entry.id.toBytes() << entry.reason.toUtf8() << entry.head;
    const auto answered = [this, last = m_entries.back().id](const redis::Reply &reply) {
        m_writing = false;
        if (!reply.failed() && reply.integer == 1)
            settle(last);
    };
    m_commands.script(scripts::reject(), {m_keys.writer(), m_keys.rejected()}, arguments, this,
                      answered);
}

void RejectedQueue::settle(StreamId checkpoint)
{
    while (!m_entries.empty() && m_entries.front().id <= checkpoint)
        m_entries.pop_front();
}

} // namespace pressboard::server
