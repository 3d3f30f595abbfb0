// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_follower.h"

#include "server/redis/stream_entry.h"

namespace pressboard::server {

LogFollower::LogFollower(redis::Connection &reading, redis::Connection &commands, QByteArray key,
                         QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_key(std::move(key))
    , m_reader(reading, m_key)
{
    connect(&m_reader, &redis::StreamReader::entriesRead, this, &LogFollower::entriesRead);
    connect(&m_reader, &redis::StreamReader::timedOut, this, &LogFollower::timedOut);
    connect(&m_reader, &redis::StreamReader::failed, this, &LogFollower::failed);
}

void LogFollower::readFrom(StreamId after)
{
    stop();
    readPage(after);
}

void LogFollower::stop()
{
    m_generation.begin();
    m_reader.stop();
}

void LogFollower::readPage(StreamId after)
{
    m_commands.command(
        redis::rangeAfter(m_key, after, page), this,
        m_generation.guard([this, after](const redis::Reply &reply) { handlePage(after, reply); }));
}

void LogFollower::handlePage(StreamId after, const redis::Reply &reply)
{
    if (reply.isLost())
        return; // the keeper hears of the lost connection, too, and begins again
    if (reply.isError()) {
        Q_EMIT failed(QString::fromUtf8(reply.text));
        return;
    }
    const auto entries = redis::entriesFromReply(reply);
    const StreamId last = entries.isEmpty() ? after : entries.last().id;
    const auto before = m_generation.mark();
    if (!entries.isEmpty())
        Q_EMIT entriesRead(entries);
    if (!before.isCurrent())
        return;
    if (reply.items.size() >= page) {
        readPage(last);
        return;
    }
    m_reader.follow(last);
    Q_EMIT caughtUp();
}

} // namespace pressboard::server
