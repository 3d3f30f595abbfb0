// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/log_reader.h"

#include "server/ctl/cli/command.h"
#include "server/redis/stream_entry.h"

namespace pressboard::server::ctl {

namespace {

constexpr int pageSize = 1000;

} // namespace

LogReader::LogReader(redis::Connection &redis, redis::Keys keys, const ReadingRules &rules)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_reader(rules)
{
}

void LogReader::start(StreamId after)
{
    m_at = after;
    readPage();
}

void LogReader::readPage()
{
    m_redis.command(redis::rangeAfter(m_keys.events(), m_at, pageSize), this,
                    [this](const redis::Reply &reply) { handlePage(reply); });
}

void LogReader::handlePage(const redis::Reply &reply)
{
    if (reply.failed()) {
        Q_EMIT failed(Error{sentenceOf(reply), reply.isLost()});
        return;
    }
    const auto entries = redis::entriesFromReply(reply);
    for (const redis::StreamEntry &entry : entries) {
        const auto read = m_reader.read(entry);
        m_at = entry.id;
        Q_EMIT passed(entry.id, std::get_if<Event>(&read));
    }
    if (entries.size() < pageSize)
        Q_EMIT ended();
    else
        readPage();
}

} // namespace pressboard::server::ctl
